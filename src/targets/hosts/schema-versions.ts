/** The default way to read a schema's versions: every repository of the application, by Ecto itself. */
export function ectoVersions(app: string): string {
  const read = "{:ok, versions, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.migrated_versions/1)";
  return (
    `Application.load(:${app}); for repo <- Application.fetch_env!(:${app}, :ecto_repos) do ` +
    `${read}; IO.puts(Enum.join(versions, " ")) end`
  );
}

/**
 * What an expression prints, on the one line that the host program looks for: what the application logs meanwhile is
 * left out.
 */
export function printedVersions(expression: string): string {
  return `{:ok, pd_io} = StringIO.open("")
pd_leader = Process.group_leader()
Process.group_leader(self(), pd_io)
try do
  ${expression}
after
  Process.group_leader(self(), pd_leader)
end
{_, pd_text} = StringIO.contents(pd_io)
IO.puts("phoenix-deploy versions: " <> Enum.join(String.split(pd_text), " "))`;
}
