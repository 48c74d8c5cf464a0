# PostgreSQL's types as far as a change of one can be free: Ecto's words and SQL's become the same value, and a change
# is compared by it.
defmodule PhoenixDeploy.SqlTypes do
  alias PhoenixDeploy.Sql

  @lengthened ~w(varchar timestamp timestamptz time timetz)
  @ends ~w(USING COLLATE NOT NULL DEFAULT CHECK REFERENCES UNIQUE PRIMARY CONSTRAINT GENERATED)
  @names %{
    "INT" => "integer",
    "INT4" => "integer",
    "SERIAL" => "integer",
    "INT8" => "bigint",
    "BIGSERIAL" => "bigint",
    "INT2" => "smallint",
    "BOOL" => "boolean",
    "FLOAT8" => "double precision",
    "FLOAT" => "double precision"
  }
  @ecto %{
    string: {"varchar", 255},
    binary_id: "uuid",
    id: "integer",
    identity: "bigint",
    map: "jsonb",
    binary: "bytea",
    float: "double precision",
    utc_datetime: {"timestamp", 0},
    naive_datetime: {"timestamp", 0},
    utc_datetime_usec: {"timestamp", 6},
    naive_datetime_usec: {"timestamp", 6},
    time: {"time", 0},
    time_usec: {"time", 6}
  }

  # Ecto's type with its options; `nil` of one that is computed.
  def of_ecto({:references, _, [_table | rest]}, _options), do: of_ecto(options(rest)[:type] || :bigserial, [])
  def of_ecto({:array, type}, options), do: with(type when type != nil <- of_ecto(type, options), do: {"array", type})
  def of_ecto({:map, _}, _options), do: "jsonb"
  def of_ecto(:string, options), do: {"varchar", options[:size] || 255}
  def of_ecto(:decimal, options), do: numeric(options[:precision], options[:scale])
  def of_ecto(:numeric, options), do: of_ecto(:decimal, options)
  def of_ecto(:varchar, options), do: {"varchar", options[:size]}

  def of_ecto(type, options) when is_atom(type) and type not in [nil, true, false] do
    cond do
      known = @ecto[type] -> known
      options[:size] != nil -> {to_string(type), options[:size]}
      true -> type |> to_string() |> of_text()
    end
  end

  def of_ecto(type, _options) when is_binary(type), do: of_text(type)
  def of_ecto(_type, _options), do: nil

  defp of_text(text), do: text |> Sql.statements() |> List.first([]) |> of_tokens()

  # The type at the front of a column's definition.
  def of_tokens(tokens) do
    {array, tokens} = tokens |> Enum.take_while(&(&1 not in @ends)) |> Enum.split_with(&(&1 in [:"[", :"]"]))
    type = plain(tokens)
    if array == [] or type == nil, do: type, else: {"array", type}
  end

  defp plain(["CHARACTER", "VARYING" | rest]), do: plain(["VARCHAR" | rest])
  defp plain(["DOUBLE", "PRECISION" | _]), do: "double precision"
  defp plain(["VARCHAR" | rest]), do: {"varchar", number(rest)}

  defp plain([kind | rest]) when kind in ["NUMERIC", "DECIMAL"],
    do: numeric(number(rest), rest |> Enum.drop(2) |> number())

  defp plain(["TIMESTAMPTZ" | rest]), do: {"timestamptz", number(rest) || 6}

  defp plain([kind | rest]) when kind in ["TIMESTAMP", "TIME"],
    do: {String.downcase(kind) <> if("WITH" in rest, do: "tz", else: ""), number(rest) || 6}

  defp plain([word]) when is_binary(word), do: @names[word] || String.downcase(word)
  defp plain([{:name, name}]), do: name
  defp plain([]), do: nil

  defp plain(tokens),
    do: tokens |> Enum.map_join(" ", &if(is_tuple(&1), do: elem(&1, 1), else: to_string(&1))) |> String.downcase()

  defp number([:"(", {:text, digits} | _]), do: to_integer(digits)
  defp number([:",", {:text, digits} | _]), do: to_integer(digits)
  defp number(_), do: nil

  defp to_integer(digits) do
    with {number, ""} <- Integer.parse(digits), do: number, else: (_ -> nil)
  end

  defp numeric(nil, _scale), do: {"numeric", nil}
  defp numeric(precision, scale), do: {"numeric", {precision, scale || 0}}

  defp options(rest), do: PhoenixDeploy.MigrationCode.options(rest)

  # In UTC a time with its zone is the same value as one without, where no precision is asked for: that would be
  # computed.
  def rewrites_in_utc?({from, _}, {to, 6})
      when from in ["timestamp", "timestamptz"] and to in ["timestamp", "timestamptz"],
      do: false

  def rewrites_in_utc?(from, to), do: rewrites?(from, to)

  # False where the server knows that every value stays as it is: no row is read or written.
  def rewrites?(same, same), do: same == nil
  def rewrites?(nil, _to), do: true
  def rewrites?({"varchar", _}, "text"), do: false
  def rewrites?({"varchar", _}, {"varchar", nil}), do: false
  def rewrites?("text", {"varchar", nil}), do: false
  def rewrites?({"numeric", _}, {"numeric", nil}), do: false
  def rewrites?({"numeric", {from, scale}}, {"numeric", {to, scale}}), do: to < from

  # An array is written anew with whatever its elements become, and so is a text of a fixed length.
  def rewrites?({kind, from}, {kind, to}) when kind in @lengthened and is_integer(from) and is_integer(to),
    do: to < from

  def rewrites?("cidr", "inet"), do: false
  def rewrites?(_from, _to), do: true
end
