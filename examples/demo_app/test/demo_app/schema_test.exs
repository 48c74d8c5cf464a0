defmodule DemoApp.SchemaTest do
  use DemoApp.Case
  alias DemoApp.Schema

  test "a schema without a table has no versions" do
    assert Schema.applied() == {:ok, []}
  end

  test "versions are kept in order" do
    Schema.put([30, 4, 200])
    assert Schema.applied() == {:ok, [4, 30, 200]}
  end

  test "a table that holds something else is an error, not an empty schema", %{folder: folder} do
    File.mkdir_p!(folder)
    File.write!(Path.join(folder, "schema_migrations"), "4\nfive\n")
    assert {:error, "the schema table holds something else" <> _} = Schema.applied()
    assert_raise RuntimeError, ~r/something else/, &Schema.applied!/0
  end

  test "a table that cannot be read is an error", %{folder: folder} do
    File.mkdir_p!(Path.join(folder, "schema_migrations"))
    assert {:error, "the schema table cannot be read: eisdir"} = Schema.applied()
  end

  test "only one at a time changes the schema" do
    Schema.locked(fn ->
      assert_raise RuntimeError, ~r/Another run is changing the schema/, fn ->
        Schema.locked(fn -> flunk("has the lock too") end, 20)
      end
    end)
  end

  test "the lock is free again after work that failed" do
    assert_raise RuntimeError, "broken", fn -> Schema.locked(fn -> raise "broken" end) end
    assert Schema.locked(fn -> :had end) == :had
  end
end
