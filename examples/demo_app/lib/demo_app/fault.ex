defmodule DemoApp.Fault do
  @moduledoc """
  The faults that can be dialled, so that a deployment can be seen to fail.

  They come from `config/config.exs` (a commit carries the fault) or from the environment (a slot
  does). Nothing here is left to chance: the same traffic fails the same way.
  """

  @doc "Does the health path answer that all is well?"
  def healthy?, do: setting(:fault) != :never_healthy

  @doc "Does the request to the page with this number, from 1 up, fail?"
  def fails?(number), do: late?(number) or in_share?(number, setting(:error_rate))

  @doc "How long the page takes, in milliseconds."
  def latency_ms, do: setting(:latency_ms)

  @doc "A version to answer in place of the true one; nil where none is dialled."
  def version_override, do: setting(:version_override)

  defp late?(number),
    do: setting(:fault) == :errors_after_traffic and number > setting(:errors_after)

  # A request fails when the failures due so far reach the next whole number. The small summand
  # makes up for what floating point loses: 100 * 0.29 is a little less than 29.
  defp in_share?(number, rate), do: due(number, rate) > due(number - 1, rate)

  defp due(number, rate), do: trunc(number * rate + 1.0e-9)

  defp setting(key), do: Application.fetch_env!(:demo_app, key)
end
