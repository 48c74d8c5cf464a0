# sobelow app by app: it scans nothing at the root of an umbrella. Without `--exit`, which would end the VM: its report
# is what counts.
defmodule PhoenixDeploy.Sobelow do
  alias PhoenixDeploy.{Coverage, JSON, Tool}
  @compile {:no_warn_undefined, Sobelow.Utils}

  def run do
    Tool.load_dependencies()

    if Code.ensure_loaded?(Sobelow) do
      scans = for {{_app, path}, index} <- Enum.with_index(Coverage.apps()), do: scan(path, "sobelow-#{index}.report")
      JSON.write("sobelow.json", %{status: "ran", scans: scans})
    else
      JSON.write("sobelow.json", %{status: "absent"})
    end
  end

  defp scan(path, name) do
    report = Path.join(System.fetch_env!("PD_OUT"), name)

    ran =
      case flags(path) do
        {:ok, flags} ->
          File.cd!(path, fn ->
            Tool.run("sobelow", flags ++ ~w(--private --skip --no-config --format json --out) ++ [report])
          end)

        {:error, why} ->
          %{status: "ran", code: 1, stdout: "", stderr: why}
      end

    forget()
    text = with {:ok, text} <- File.read(report), do: text, else: (_ -> nil)
    files = Path.wildcard(Path.join(path, "{lib,web}/**/*.ex"))
    Map.merge(ran, %{folder: path, report: text, files: length(files), unread: Enum.reject(files, &parses?/1)})
  end

  # sobelow silently skips a file that it cannot parse, or, with `--strict`, ends the VM.
  defp parses?(file), do: match?({:ok, _}, Code.string_to_quoted(File.read!(file), emit_warnings: false))

  # The app's own settings as flags: an old sobelow lets .sobelow-conf overrule where its report goes. What would end
  # the VM is found before.
  defp flags(path) do
    conf = Path.join(path, ".sobelow-conf")

    with {:name, true} <- {:name, is_binary(Sobelow.Utils.get_app_name(Path.join(path, "mix.exs")))},
         {:ok, text} <- if(File.exists?(conf), do: File.read(conf), else: {:ok, "[]"}),
         {:conf, {:ok, conf}} <- {:conf, Code.string_to_quoted(text)},
         {:conf, conf} when is_list(conf) <- {:conf, if(match?({:__block__, _, []}, conf), do: [], else: conf)} do
      {:ok, Enum.flat_map(conf, &flag(&1, path))}
    else
      {:name, _} -> {:error, "sobelow reads the app's name from mix.exs, where it must stand as `app: :name`."}
      {:conf, _} -> {:error, ".sobelow-conf is no keyword list."}
      {:error, reason} -> {:error, ".sobelow-conf cannot be read: #{:file.format_error(reason)}"}
    end
  end

  defp flag({:ignore, modules}, _), do: listed("--ignore", modules, & &1)
  defp flag({:ignore_files, files}, path), do: listed("--ignore-files", files, &Path.expand(&1, path))
  defp flag({:threshold, level}, _) when level not in [nil, false], do: ["--threshold", to_string(level)]

  defp flag({:router, router}, path) when is_binary(router) and router != "",
    do: ["--router", Path.expand(router, path)]

  defp flag({:router, :none}, _), do: ["--router", ":none"]
  defp flag(_, _), do: []

  defp listed(flag, values, fun) do
    names = if is_binary(values), do: String.split(values, ","), else: List.wrap(values)
    names = for name <- names, is_binary(name), name != "", do: fun.(name)
    if names == [], do: [], else: [flag, Enum.join(names, ",")]
  end

  # sobelow keeps findings and skips in named processes: the next app must not inherit them.
  defp forget do
    for name <- [Sobelow.FindingLog, Sobelow.MetaLog, Sobelow.Fingerprint],
        pid = Process.whereis(name),
        do: GenServer.stop(pid)
  end
end
