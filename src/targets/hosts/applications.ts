import { elixirAtom } from "../../commands/mix.ts";

/**
 * Binds `pd_app`, the application; `pd_apps`, it and all others of the release that evaluates this; and `pd_repos`,
 * the repositories that any of them names. An umbrella bears the name of its release, which need be none of its
 * applications, and several of these may have a repository.
 */
export function applicationsExpression(app: string): string {
  return `pd_app = ${elixirAtom(app)}
pd_words = for pd_name <- ["RELEASE_ROOT", "RELEASE_VSN", "RELEASE_NAME"], do: System.get_env(pd_name, "")
pd_listed = (fn [pd_root, pd_version, pd_release] ->
  :file.consult(Path.join([pd_root, "releases", pd_version, pd_release <> ".rel"]))
end).(pd_words)
pd_apps = case pd_listed do
  {:ok, [{:release, _, _, pd_parts}]} -> Enum.uniq([pd_app | Enum.map(pd_parts, &elem(&1, 0))])
  _ -> [pd_app]
end
Enum.each(pd_apps, &Application.load/1)
pd_repos = pd_apps |> Enum.flat_map(&Application.get_env(&1, :ecto_repos, [])) |> Enum.uniq()`;
}

/** Raises where there is none: what reads or changes their schema would silently do nothing. */
export const someRepository =
  'if pd_repos == [], do: raise("no application of the release names a repository in ecto_repos")';
