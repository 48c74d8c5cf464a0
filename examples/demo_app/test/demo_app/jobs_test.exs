defmodule DemoApp.JobsTest do
  use ExUnit.Case, async: true
  alias DemoApp.Jobs

  test "jobs that work are well" do
    jobs = start_supervised!({Jobs, name: :jobs_that_work, every_ms: 1})
    assert Jobs.status(jobs) == :ok
  end

  test "jobs that stopped working are named with how long" do
    jobs = start_supervised!({Jobs, name: :jobs_that_stalled})
    :sys.replace_state(jobs, &%{&1 | worked_at: &1.worked_at - 60_000})
    assert {:error, "no job ran for 6" <> _} = Jobs.status(jobs)
  end

  test "jobs that do not run are not well" do
    assert Jobs.status(:no_such_jobs) == {:error, "the jobs do not run"}
  end
end
