defmodule DemoApp.FaultTest do
  use DemoApp.Case
  alias DemoApp.Fault

  test "nothing fails unless it is dialled" do
    assert Fault.healthy?()
    refute Enum.any?(1..1_000, &Fault.fails?/1)
  end

  for {rate, failures} <- [
        {0.0, 0},
        {0.01, 10},
        {0.07, 70},
        {0.29, 290},
        {0.5, 500},
        {1.0, 1_000}
      ] do
    test "an error rate of #{rate} fails #{failures} of 1000 requests" do
      dial(error_rate: unquote(rate))
      assert Enum.count(1..1_000, &Fault.fails?/1) == unquote(failures)
    end
  end

  test "the failures of an error rate are spread evenly" do
    dial(error_rate: 0.25)
    assert Enum.filter(1..12, &Fault.fails?/1) == [4, 8, 12]
  end

  test "errors after traffic: healthy, then nothing but errors" do
    dial(fault: :errors_after_traffic, errors_after: 5)
    assert Fault.healthy?()
    refute Enum.any?(1..5, &Fault.fails?/1)
    assert Enum.all?(6..50, &Fault.fails?/1)
  end

  test "never healthy" do
    dial(fault: :never_healthy)
    refute Fault.healthy?()
  end
end
