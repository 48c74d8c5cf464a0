# Values to try for an environment variable of which nothing is known but how the configuration uses it. Each holds the
# variable's number where its form allows that, so that a value that was refused leads back to its variable.
defmodule PhoenixDeploy.ConfigurationForms do
  @lengths [32, 64, 16, 24, 48, 12, 20, 96, 128]

  # What a name says of the form, before anything else is known.
  def guess(name) do
    cond do
      name =~ ~r/(DATABASE|DB|REPO|POSTGRES|PG|MYSQL|ECTO)(_\w+)?_UR[LI]$/ ->
        {:url, "ecto"}

      name =~ ~r/REDIS\w*_UR[LI]$/ ->
        {:url, "redis"}

      name =~ ~r/(AMQP|RABBIT)\w*_UR[LI]$/ ->
        {:url, "amqp"}

      name =~ ~r/(UR[LI]|ENDPOINT|DSN|ORIGIN|WEBHOOK)$/ ->
        {:url, "https"}

      name =~
          ~r/(PORT|SIZE|COUNT|LIMIT|TIMEOUT|INTERVAL|CONCURRENCY|TTL|_MS|SECONDS|MINUTES|HOURS|DAYS|RETRIES)$/ ->
        :integer

      name =~ ~r/(HOST|HOSTNAME|DOMAIN|SERVER|RELAY)$/ ->
        :host

      name =~ ~r/(EMAIL|MAIL_FROM|FROM_ADDRESS|SENDER)$/ ->
        :email

      name =~ ~r/^(ENABLE|DISABLE|USE|IS)_|(ENABLED|DISABLED|_SSL|_TLS)$/ ->
        {:text, "true"}

      name =~ ~r/(FILE|_PATH)$/ ->
        {:file, :text}

      name =~ ~r/(SECRET_KEY_BASE|SALT)$/ ->
        {:bytes, 64}

      true ->
        :text
    end
  end

  # Forms for what the text was made into; `more` is the separator of a split.
  def of_use(:integer, _), do: [:integer, {:text, "10"}, {:text, "1"}]
  def of_use(:float, _), do: [:float, {:text, "1.0"}]
  def of_use(:atom, _), do: for(text <- ~w(true false info prod production error none all inet), do: {:text, text})
  def of_use(:module, _), do: [{:text, "String"}, {:text, "Elixir.String"}]

  def of_use(:base64, _),
    do: for(length <- @lengths, do: {:base64, length}) ++ for(form <- [:key, :cert, :json], do: {:base64, form})

  def of_use(:hex, _), do: for(length <- @lengths, do: {:hex, length})
  def of_use(:base32, _), do: for(length <- [20, 32, 16], do: {:base32, length})
  def of_use(:url, _), do: for(scheme <- ~w(https ecto redis), do: {:url, scheme}) ++ [:host_port]
  def of_use(:json, _), do: [:json, :json_list, {:text, "1"}, {:text, "\"dummy\""}]

  def of_use(:file, _),
    do:
      for(
        form <- [:text, :cert, :key, :json, :json_list, :integer, {:base64, 32}, {:bytes, 32}, {:bytes, 64}],
        do: {:file, form}
      )

  def of_use(:folder, _), do: [:folder]
  def of_use(:ip, _), do: [:ip, :ip6]
  def of_use(:ip6, _), do: [:ip6]
  def of_use(:pem, _), do: [:cert, :key, :rsa_key]
  def of_use(:split, [separator | _]) when is_binary(separator), do: of_use(:split, separator)

  def of_use(:split, separator) when is_binary(separator) and separator != "",
    do: for(n <- [2, 3, 4], do: {:parts, separator, n})

  def of_use(:split, _), do: []
  def of_use(form, _), do: [form]

  # What a message says of the form: "exactly 32 bytes", and texts in quotation marks.
  def of_message(message) do
    lengths =
      for [_, digits] <- Regex.scan(~r/\b(\d{1,4})[ -](?:bytes?|characters?|chars?|bits?)/i, message),
          do: String.to_integer(digits)

    quoted =
      for [_, text] <- Regex.scan(~r/["'`:]([A-Za-z0-9][\w.\/+-]{0,39})\b["'`]?/, message),
          not (text =~ ~r/^(dummy|Elixir\.|lib)/),
          do: text

    # Words with a comma, a stroke, `or` or `and` beside them.
    beside = ~r/(?<![\w.-])(\w[\w.-]{0,39})(?=\s*(?:,|\||\/|\bor\b|\band\b))|(?<=, |\bor |\band |\/|\|)(\w[\w.-]{0,39})/
    listed = for [_ | words] <- Regex.scan(beside, message), word <- words, word not in ["", "or", "and"], do: word

    for(length <- lengths, form <- [:bytes, :base64, :hex], do: {form, length}) ++
      for(text <- Enum.uniq(quoted ++ listed), do: {:text, text})
  end

  # What is tried where nothing else is known.
  def usual do
    [
      :text,
      :integer,
      {:text, "true"},
      {:text, "false"},
      {:text, "1"},
      {:url, "https"},
      {:base64, 32},
      {:bytes, 32},
      {:bytes, 64},
      :email,
      :host,
      :host_port,
      :ip
    ] ++
      [
        {:file, :text},
        {:url, "ecto"},
        {:hex, 32},
        {:bytes, 16},
        {:hex, 16},
        {:base64, 64},
        :json,
        :list,
        :pairs,
        {:text, "yes"},
        {:text, "on"},
        {:text, "prod"}
      ] ++
      [
        :date,
        :datetime,
        :float,
        :cidr,
        :uuid,
        :key,
        :cert,
        :rsa_key,
        {:bytes, 24},
        :version,
        {:text, "info"},
        {:file, :cert},
        :json_list,
        :ip6,
        :time
      ]
  end

  # The value of a form for the variable of this number. `folder` is where files are put.
  def value(form, number, folder) do
    case form do
      :text -> "dummy-#{number}"
      {:text, text} -> text
      {:prefixed, prefix} -> "#{prefix}dummy-#{number}"
      {:bytes, length} -> bytes(number, length)
      :integer -> Integer.to_string(10_000 + number)
      :float -> "0.5#{number}"
      {:base64, inner} when is_atom(inner) -> Base.encode64(value(inner, number, folder))
      {:base64, length} -> Base.encode64(bytes(number, length))
      {:hex, length} -> Base.encode16(String.pad_trailing(Integer.to_string(number), length, "0123456789"))
      {:base32, length} -> Base.encode32(bytes(number, length), padding: false)
      {:url, "https"} -> "https://dummy-#{number}.example.com"
      {:url, scheme} -> "#{scheme}://user:dummy-#{number}@localhost/dummy"
      :host -> "dummy-#{number}.example.com"
      :host_port -> "dummy-#{number}.example.com:4000"
      :email -> "dummy-#{number}@example.com"
      :list -> "dummy-#{number},b"
      :pairs -> "dummy-#{number}=b"
      {:parts, separator, count} -> Enum.join(["dummy-#{number}" | List.duplicate("4000", count - 1)], separator)
      :ip -> "127.0.0.1"
      :ip6 -> "::1"
      :cidr -> "10.0.0.0/8"
      :uuid -> "00000000-0000-4000-8000-#{String.pad_leading(Integer.to_string(number), 12, "0")}"
      :date -> "2026-01-31"
      :time -> "12:00:00"
      :datetime -> "2026-01-31T12:00:00Z"
      :version -> "1.2.#{number}"
      :json -> json(number, folder)
      :json_list -> ~s(["dummy-#{number}"])
      :key -> pem(:key)
      :rsa_key -> pem(:rsa_key)
      :cert -> pem(:cert)
      :folder -> folder
      {:file, inner} -> file(inner, number, folder)
    end
  end

  # As a person would write it into a list of variables.
  def words(form) do
    case form do
      {:text, text} when text in ["true", "false"] -> "true or false"
      {:text, text} -> "such as `#{text}`"
      {:prefixed, prefix} -> "begins with `#{prefix}`"
      {:bytes, length} -> "text of #{length} bytes"
      {kind, inner} when kind in [:base64, :file] and not is_integer(inner) -> "#{kind(kind)} #{words(inner)}"
      {kind, length} when kind in [:base64, :hex, :base32] -> "#{kind(kind)} #{length} bytes"
      {:url, "ecto"} -> "URL of a database"
      {:url, _} -> "URL"
      {:parts, separator, count} -> "#{count} parts with `#{separator}` between"
      :json -> "JSON object"
      :json_list -> "JSON list"
      :key -> "private key in PEM (PKCS #8)"
      :rsa_key -> "RSA private key in PEM"
      :cert -> "certificate in PEM"
      :host_port -> "host:port"
      :list -> "list with commas"
      :pairs -> "name=value"
      :ip -> "IP address"
      :ip6 -> "IPv6 address"
      :cidr -> "network such as 10.0.0.0/8"
      other -> to_string(other)
    end
  end

  defp kind(:base64), do: "Base64 of"
  defp kind(:hex), do: "hexadecimal digits of"
  defp kind(:base32), do: "Base32 of"
  defp kind(:file), do: "path of a file that holds"

  defp bytes(number, length),
    do: "dummy-#{number}-" |> String.pad_trailing(length, "0123456789abcdef") |> binary_part(0, length)

  defp file(inner, number, folder) do
    path = Path.join(folder, "dummy-#{number}")
    File.write!(path, value(inner, number, folder))
    path
  end

  # Enough for what reads a service account.
  defp json(number, _folder) do
    key = String.replace(pem(:key), "\n", "\\n")

    account = ~s("type":"service_account","project_id":"dummy-#{number}","client_email":"dummy@example.com")
    ~s({#{account},"private_key":"#{key}"})
  end

  # A key of this run alone; where the release has no `public_key`, no form needs one.
  defp pem(kind) do
    made = Process.get(:phoenix_deploy_pem) || generated()
    Process.put(:phoenix_deploy_pem, made)
    made[kind]
  end

  defp generated do
    if Code.ensure_loaded?(:public_key) and match?({:ok, _}, Application.ensure_all_started(:public_key)) do
      rsa = {:rsa, 2048, 65_537}
      %{cert: cert} = apply(:public_key, :pkix_test_root_cert, [~c"dummy", [key: rsa]])
      key = apply(:public_key, :generate_key, [rsa])
      encode = fn entry -> apply(:public_key, :pem_encode, [[entry]]) end

      [pkcs8, rsa] =
        for type <- [:PrivateKeyInfo, :RSAPrivateKey], do: encode.(apply(:public_key, :pem_entry_encode, [type, key]))

      %{cert: encode.({:Certificate, cert, :not_encrypted}), key: pkcs8, rsa_key: rsa}
    else
      %{cert: "dummy", key: "dummy", rsa_key: "dummy"}
    end
  end
end
