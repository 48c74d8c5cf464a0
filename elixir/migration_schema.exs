# What the folder's migrations made of the tables so far: the type of each column and whether it takes NULL, which
# checks hold, what is a view.
defmodule PhoenixDeploy.MigrationSchema do
  def empty, do: %{columns: %{}, checks: %{}, proven: MapSet.new(), views: MapSet.new()}

  def known?(schema, table), do: Map.has_key?(schema.columns, table)
  def column(schema, table, column), do: get_in(schema.columns, [table, column])

  def create(schema, table), do: put_in(schema.columns[table], %{})
  def view(schema, name), do: %{schema | views: MapSet.put(schema.views, name)}
  def drop(schema, table), do: %{schema | columns: Map.delete(schema.columns, table)}

  def rename(schema, table, to) do
    {columns, rest} = Map.pop(schema.columns, table, %{})
    %{schema | columns: Map.put(rest, to, columns)}
  end

  def put(schema, table, column, column_facts) do
    columns = schema.columns |> Map.get(table, %{}) |> Map.put(column, column_facts)
    put_in(schema.columns[table], columns)
  end

  def remove(schema, table, column),
    do: %{schema | columns: Map.update(schema.columns, table, %{}, &Map.delete(&1, column))}

  def rename(schema, table, column, to) do
    case column(schema, table, column) do
      nil -> schema
      column_facts -> schema |> remove(table, column) |> put(table, to, column_facts)
    end
  end

  # A check by its name; one that is validated proves that a column has no NULL.
  def check(schema, table, name, text, validated) do
    case Regex.run(~r/^\W*(\w+)\W+IS\s+NOT\s+NULL\W*$/i, text || "") do
      [_, column] ->
        schema = put_in(schema.checks[{table, name}], column)
        if validated, do: validate(schema, table, name), else: schema

      nil ->
        schema
    end
  end

  def validate(schema, table, name) do
    case schema.checks[{table, name}] do
      nil -> schema
      column -> %{schema | proven: MapSet.put(schema.proven, {table, column})}
    end
  end

  def proven?(schema, table, column), do: {table, column} in schema.proven
end
