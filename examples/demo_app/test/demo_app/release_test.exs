defmodule DemoApp.ReleaseTest do
  use DemoApp.Case
  alias DemoApp.{Migration, Release, Schema}

  @first 20_260_101_000_000
  @second 20_260_201_000_000

  defp visits(folder), do: File.read!(Path.join(folder, "visits.csv"))

  test "knows its migrations, oldest first" do
    assert [@first, @second] = Enum.map(Migration.all(), & &1.version())
  end

  test "migrating applies each migration once, and says so", %{folder: folder} do
    assert printed(&Release.migrate/0) ==
             "Migrated #{@first} CreateVisits\nMigrated #{@second} AddCountryToVisits\n"

    assert visits(folder) == "at,path,country\n"
    assert printed(&Release.migrate/0) == ""
    assert Schema.applied!() == [@first, @second]
  end

  test "migrating goes on where a run was killed before it could record", %{folder: folder} do
    printed(&Release.migrate/0)
    File.write!(Path.join(folder, "visits.csv"), "at,path,country\n1,/,de\n")
    Schema.put([])
    printed(&Release.migrate/0)
    assert visits(folder) == "at,path,country\n1,/,de\n"
    assert Schema.applied!() == [@first, @second]
  end

  test "a new column is empty in the rows that were there", %{folder: folder} do
    File.mkdir_p!(folder)
    File.write!(Path.join(folder, "visits.csv"), "at,path\n1,/\n")
    printed(&Release.migrate/0)
    assert visits(folder) == "at,path,country\n1,/,\n"
  end

  test "rolling back keeps the version that it names", %{folder: folder} do
    printed(&Release.migrate/0)
    File.write!(Path.join(folder, "visits.csv"), "at,path,country\n1,/,de\n")

    assert printed(fn -> Release.rollback(@first) end) ==
             "Reverted #{@second} AddCountryToVisits\n"

    assert visits(folder) == "at,path\n1,/\n"
    assert Schema.applied!() == [@first]
  end

  test "rolling back to the newest version changes nothing" do
    printed(&Release.migrate/0)
    assert printed(fn -> Release.rollback(@second) end) == ""
    assert Schema.applied!() == [@first, @second]
  end

  test "rolling back to 0 rolls back everything", %{folder: folder} do
    printed(&Release.migrate/0)
    printed(fn -> Release.rollback(0) end)
    assert Schema.applied!() == []
    refute File.exists?(Path.join(folder, "visits.csv"))
  end

  test "rolling back refuses a version that this release does not know, and changes nothing" do
    printed(&Release.migrate/0)
    Schema.put([@first, @second, 20_270_101_000_000])
    assert_raise RuntimeError, ~r/no migration 20270101000000/, fn -> Release.rollback(0) end
    assert Schema.applied!() == [@first, @second, 20_270_101_000_000]
  end

  test "prints the versions, one a line, and nothing else" do
    assert printed(&Release.print_versions/0) == ""
    Schema.put([2, 1])
    assert printed(&Release.print_versions/0) == "1\n2\n"
  end

  test "a schema that is newer than the release is good enough" do
    Schema.put([@first, @second, 20_270_101_000_000])
    assert Release.status() == :ok
  end
end
