# What a column's type and options mean for a table with rows: the rules that they break, and nil for those that they keep.
defmodule PhoenixDeploy.MigrationColumns do
  alias PhoenixDeploy.{MigrationCode, SqlRules}
  import MigrationCode, only: [options: 1]

  # A new column.
  def added(type, options, known) do
    default = options[:default]

    [
      reference(type),
      if(type == :json, do: "json-column-added"),
      if(type in [:serial, :bigserial, :smallserial, :identity] or options[:primary_key] == true, do: "auto-increment-added"),
      if(is_binary(options[:generated]) and String.contains?(options[:generated], "STORED"), do: "generated-column-added"),
      if(volatile?(default, known), do: "column-volatile-default"),
      if(options[:null] == false and default == nil and not Keyword.has_key?(options, :generated), do: "required-column-added")
    ]
  end

  def modified(type, options, validated) do
    {from, from_options} = from(options[:from])

    [
      reference(type),
      unless(reference?(type) or same?(type, options, from, from_options), do: "column-type-changed"),
      if(options[:null] == false and from_options[:null] != false and not validated, do: "not-null-added"),
      if(options[:null] == true and from_options[:null] != true, do: "null-allowed")
    ]
  end

  defp from({type, options}) when is_list(options), do: {type, options}
  defp from(type), do: {type, []}

  # `from:` is the only word on what the type was. Text of any length and a longer limit are no rewrite.
  defp same?(_type, _options, nil, _from_options), do: false

  defp same?(type, options, from, from_options) do
    case {plain(from), plain(type)} do
      {:string, :text} -> true
      {:string, :string} -> (options[:size] || 255) >= (from_options[:size] || 255)
      {one, one} -> options[:precision] == from_options[:precision] and options[:scale] == from_options[:scale]
      _ -> false
    end
  end

  defp plain(ast), do: Macro.prewalk(ast, &Macro.update_meta(&1, fn _ -> [] end))

  defp reference({:references, _, [_table | rest]}), do: if(options(rest)[:validate] != false, do: "column-reference-added")
  defp reference(_type), do: nil
  defp reference?(type), do: match?({:references, _, _}, type)

  # A fragment is SQL; a value that is computed here is one value for all rows.
  defp volatile?({:fragment, _, [sql | _]}, known) do
    case MigrationCode.literal(sql, known) do
      nil -> true
      text -> SqlRules.volatile?(text)
    end
  end

  defp volatile?(_default, _known), do: false
end
