# dialyzer with its PLTs in the folder that is kept between runs, PD_PLT. The artefact has what it printed, and where
# the PLT came from.
defmodule PhoenixDeploy.Dialyzer do
  alias PhoenixDeploy.{JSON, Tool}
  @compile {:no_warn_undefined, [Mix.Tasks.Dialyzer, Dialyxir.Project, {Mix, :ensure_application!, 1}]}

  def run do
    Tool.load_dependencies()

    cond do
      not Code.ensure_loaded?(Mix.Tasks.Dialyzer) -> JSON.write("dialyzer.json", %{status: "absent"})
      not dialyzer?() -> JSON.write("dialyzer.json", %{status: "no_dialyzer"})
      true -> analyse(System.fetch_env!("PD_PLT"))
    end
  end

  # Debian and its kind ship dialyzer apart from Erlang; dialyxir would end the VM.
  defp dialyzer? do
    if function_exported?(Mix, :ensure_application!, 1), do: Mix.ensure_application!(:dialyzer)
    Code.ensure_loaded?(:dialyzer)
  rescue
    Mix.Error -> false
  end

  defp analyse(folder) do
    File.mkdir_p!(folder)
    unfinished = Path.join(folder, "unfinished")
    if File.exists?(unfinished), do: discard_broken(folder)
    File.write!(unfinished, "")
    configure(folder)
    file = Dialyxir.Project.plt_file()
    before = stamp(file)
    started = System.monotonic_time(:millisecond)
    made = Tool.run("dialyzer", ["--plt"])
    plt = %{file: file, state: state(before, stamp(file)), took: System.monotonic_time(:millisecond) - started}

    # dialyxir takes a PLT that could not be finished for up to date: marked so, it is looked at again in the next run.
    if made.code == 0 and not (made.stdout <> made.stderr =~ ":dialyzer.run error"),
      do: File.rm!(unfinished),
      else: File.rm(file <> ".hash")

    # Its exit status is one for the VM, and says no more than its count of warnings.
    ran =
      if made.code == 0,
        do: Tool.run("dialyzer", ~w(--no-check --format short --ignore-exit-status)),
        else: %{made | stdout: "", stderr: ""}

    JSON.write(
      "dialyzer.json",
      Map.merge(ran, %{plt: plt, stdout: made.stdout <> ran.stdout, stderr: made.stderr <> ran.stderr})
    )
  end

  defp state(nil, _), do: "built"
  defp state(same, same), do: "warm"
  defp state(_, _), do: "updated"

  # The project's settings, but for where PLTs lie: mix.exs often says `priv`, which ships with a release.
  # The `test` build holds test/support, which stands on ExUnit.
  defp configure(folder) do
    own = Mix.Project.config()[:dialyzer] || []

    added =
      if Mix.env() == :test, do: Enum.uniq((own[:plt_add_apps] || []) ++ [:ex_unit]), else: own[:plt_add_apps] || []

    ours =
      own
      |> Keyword.delete(:plt_file)
      |> Keyword.merge(plt_core_path: folder, plt_local_path: folder, plt_add_apps: added)

    # Mix's own way to lay settings over those of the running project; without it the project's stand.
    if function_exported?(Mix.ProjectStack, :merge_config, 1), do: Mix.ProjectStack.merge_config(dialyzer: ours)
  end

  # The run before did not come to its end: a PLT that it left half written cannot be opened, though its hash may say
  # that it is up to date.
  defp discard_broken(folder) do
    for file <- Path.wildcard(Path.join(folder, "*.plt")),
        not match?({:ok, _}, :dialyzer.plt_info(String.to_charlist(file))) do
      IO.puts(:stderr, "#{file} cannot be read: it is built anew.")
      File.rm!(file)
      File.rm(file <> ".hash")
    end
  end

  defp stamp(file) do
    case File.stat(file) do
      {:ok, %{size: size, mtime: at}} -> {size, at}
      _ -> nil
    end
  end
end
