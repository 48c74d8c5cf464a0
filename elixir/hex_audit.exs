# Whether Hex knows of a retired package or an advisory.
defmodule PhoenixDeploy.HexAudit do
  alias PhoenixDeploy.{Dependencies, JSON, Tool}
  @compile {:no_warn_undefined, Hex}

  def run do
    JSON.write(
      "hex-audit.json",
      if(Code.ensure_loaded?(Hex),
        do: Map.merge(Tool.run("hex.audit", []), %{hex: Hex.version(), packages: Dependencies.packages()}),
        else: %{status: "absent"}
      )
    )
  end
end
