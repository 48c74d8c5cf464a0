# What a column's type and options mean for a table with rows: the rules that they break, `{:notice, rule}` for what
# does no harm by itself, and nil for those that they keep.
defmodule PhoenixDeploy.MigrationColumns do
  alias PhoenixDeploy.{MigrationCode, SqlRules, SqlTypes}
  import MigrationCode, only: [options: 1]

  # A new column.
  def added(type, options, known) do
    default = options[:default]

    [
      # Without a default there is no value that could refer to anything: nothing is looked at.
      with(
        "column-reference-added" <- reference(type),
        do: if(default == nil, do: {:notice, "column-reference-added"}, else: "column-reference-added")
      ),
      if(type == :json, do: "json-column-added"),
      if(type in [:serial, :bigserial, :smallserial, :identity] or options[:primary_key] == true,
        do: "auto-increment-added"
      ),
      if(is_binary(options[:generated]) and String.contains?(options[:generated], "STORED"),
        do: "generated-column-added"
      ),
      if(volatile?(default, known), do: "column-volatile-default"),
      if(options[:null] == false and default == nil and not Keyword.has_key?(options, :generated),
        do: "required-column-added"
      )
    ]
  end

  # A column that is there. `was` is what the migrations before made of it, or nil; `proven` that no row has NULL there.
  def modified(type, options, was, proven) do
    {from, from_options} = from(options[:from])
    before = if from == nil, do: was[:type], else: SqlTypes.of_ecto(from, from_options)
    null = Keyword.get(from_options, :null, was[:null])

    [
      reference(type),
      if(retyped?(before, type, options), do: "column-type-changed"),
      if(options[:null] == false and null != false and not proven, do: "not-null-added"),
      if(options[:null] == true and null != true, do: {:notice, "null-allowed"})
    ]
  end

  # What a column is after it was added.
  def new(type, options),
    do: %{type: SqlTypes.of_ecto(type, options), null: options[:null] != false and options[:primary_key] != true}

  # What it is after it was modified: NULL stays as it was where nothing is said of it.
  def changed(type, options, was),
    do: %{type: SqlTypes.of_ecto(type, options), null: Keyword.get(options, :null, was[:null])}

  defp from({type, options}) when is_list(options), do: {type, options}
  defp from(type), do: {type, []}

  defp reference({:references, _, [_table | rest]}),
    do: if(options(rest)[:validate] != false, do: "column-reference-added")

  defp reference(_type), do: nil
  defp reference?(type), do: match?({:references, _, _}, type)

  defp retyped?(before, type, options),
    do: not reference?(type) and SqlTypes.rewrites?(before, SqlTypes.of_ecto(type, options))

  # A fragment is SQL; a value that is computed here is one value for all rows.
  defp volatile?({:fragment, _, [sql | _]}, known) do
    case MigrationCode.literal(sql, known) do
      nil -> true
      text -> SqlRules.volatile?(text)
    end
  end

  defp volatile?(_default, _known), do: false
end
