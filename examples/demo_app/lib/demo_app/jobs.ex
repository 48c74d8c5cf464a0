defmodule DemoApp.Jobs do
  @moduledoc """
  Stands for the background jobs of a real application: works every second, and says whether it
  still does.
  """
  use GenServer

  @every_ms 1_000
  @stalled_ms 10_000

  def start_link(options) do
    GenServer.start_link(__MODULE__, options, name: Keyword.get(options, :name, __MODULE__))
  end

  @doc "Does the work go on? `:ok`, or `{:error, why}`."
  def status(jobs \\ __MODULE__) do
    case GenServer.call(jobs, :idle_ms, 1_000) do
      idle when idle <= @stalled_ms -> :ok
      idle -> {:error, "no job ran for #{div(idle, 1_000)} s"}
    end
  catch
    :exit, {:timeout, _call} -> {:error, "the jobs do not answer"}
    :exit, _gone -> {:error, "the jobs do not run"}
  end

  @impl true
  def init(options) do
    send(self(), :work)
    {:ok, %{every_ms: Keyword.get(options, :every_ms, @every_ms), worked_at: now()}}
  end

  @impl true
  def handle_call(:idle_ms, _from, state), do: {:reply, now() - state.worked_at, state}

  @impl true
  def handle_info(:work, state) do
    Process.send_after(self(), :work, state.every_ms)
    {:noreply, %{state | worked_at: now()}}
  end

  defp now, do: System.monotonic_time(:millisecond)
end
