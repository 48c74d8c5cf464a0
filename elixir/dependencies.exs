# What both audits of the dependencies count.
defmodule PhoenixDeploy.Dependencies do
  # Both audits say that all is well where the lock names no package of Hex.
  def packages,
    do: Enum.count(Mix.Dep.Lock.read(), fn {_app, locked} -> is_tuple(locked) and elem(locked, 0) == :hex end)
end
