# Compiles for production and assembles the release anew: `mix pd.release NAME` in MIX_ENV=prod.
defmodule Mix.Tasks.Pd.Release do
  use Mix.Task
  alias PhoenixDeploy.JSON

  def run([name]) do
    if PhoenixDeploy.Compile.run("compile-prod.json"), do: assemble(name)
  end

  defp assemble(name) do
    path = Path.join([Mix.Project.build_path(), "rel", name])
    # `mix release` over an existing one may build nothing: there must be none.
    File.rm_rf!(path)
    Mix.Task.run("release", [name, "--overwrite", "--path", path])
    JSON.write("release.json", %{status: "assembled", path: path})
  rescue
    error -> JSON.write("release.json", %{status: "failed", message: Exception.message(error)})
  catch
    :exit, reason ->
      JSON.write("release.json", %{
        status: "failed",
        message: "mix release ended with #{inspect(reason)}"
      })
  end
end
