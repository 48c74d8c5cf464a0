defmodule DemoApp.JsonTest do
  use ExUnit.Case, async: true

  for {value, text} <- [
        {"ok", ~S("ok")},
        {[], ~S({})},
        {[a: "1", b: [c: "2"]], ~S({"a":"1","b":{"c":"2"}})},
        {~S(say "no" \ yes), ~S("say \"no\" \\ yes")},
        {"line\nbreak\0", ~S("line\u000Abreak\u0000")},
        {"größer €", ~S("größer €")}
      ] do
    test "writes #{inspect(value)}" do
      assert IO.iodata_to_binary(DemoApp.Json.encode(unquote(value))) == unquote(text)
    end
  end
end
