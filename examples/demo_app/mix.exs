defmodule DemoApp.MixProject do
  use Mix.Project

  @version "1.0.0"

  def project do
    [
      app: :demo_app,
      version: @version,
      elixir: "~> 1.14",
      start_permanent: Mix.env() == :prod,
      test_coverage: [summary: [threshold: 80]],
      releases: releases(),
      deps: []
    ]
  end

  def application do
    [extra_applications: [:logger], mod: {DemoApp.Application, []}]
  end

  defp releases do
    [demo_app: [include_executables_for: [:unix], strip_beams: true]]
  end
end
