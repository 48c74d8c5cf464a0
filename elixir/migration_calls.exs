# Calls of a migration on other modules: what runs through the repo, what a library brings, what changes no database,
# and what is not here to be read.
defmodule PhoenixDeploy.MigrationCalls do
  alias PhoenixDeploy.{MigrationCode, MigrationState}

  @inserts ~w(insert insert! insert_all insert_or_update insert_or_update!)a
  @writes %{
    "operation-update" => ~w(update update! update_all)a,
    "operation-delete" => ~w(delete delete! delete_all)a
  }
  @reads ~w(all all_by one one! get get! get_by get_by! exists? aggregate stream preload reload reload! config
            get_dynamic_repo put_dynamic_repo in_transaction? checked_out? rollback load start_link stop __adapter__
            to_sql explain default_options transaction transact checkout with_repo)a

  # What starts and stops processes changes no table.
  @processes ~w(start start_link stop ensure_all_started ensure_started)a

  # Ecto.Migration's and Ecto.Query's words, beside those of Elixir itself.
  @words ~w(add add_if_not_exists alter constraint create create_if_not_exists direction drop drop_if_exists execute
            execute_file flush fragment index modify prefix references remove remove_if_exists rename repo table
            timestamps unique_index from where join select order_by group_by limit distinct exclude subquery dynamic
            update preload union union_all except having windows)a

  @modules ~w(Access Application Atom Base Bitwise Calendar Date DateTime Decimal Ecto Enum File Float IO Inspect
              Integer Jason Kernel Keyword List Logger Macro Map MapSet Module NaiveDateTime Path Process Range Regex
              Stream String System Task Time Tuple URI Version)a

  # True of a call without a module that Elixir or Ecto brings.
  def word?(name, arity),
    do: name in @words or Macro.operator?(name, arity) or {name, arity} in kernel() or name in special()

  defp kernel, do: Kernel.__info__(:functions) ++ Kernel.__info__(:macros)
  # Of any number of arguments.
  defp special, do: for({name, _} <- Kernel.SpecialForms.__info__(:macros), do: name)

  # One call. `walk.given` walks its arguments, `walk.sql` a text.
  def walk({{:., _, [target, name]}, meta, args} = node, state, walk) do
    target = resolved(target, state)

    cond do
      sql?(target, name, args) ->
        walk.sql.(state, sql_of(target, args), meta)

      repo?(target) ->
        repo({name, meta, args}, state, walk)

      state.place != :statement or name in @processes or harmless?(target, name, meta) ->
        walk.given.([target | args], state)

      # What it adds to a new table nobody waits for.
      match?({:create, _}, state.inside) ->
        state

      # EctoEnum's.
      name == :create_type and args == [] ->
        MigrationState.add(state, nil, nil, meta, called(node))

      library?(target, name, state.module.root) ->
        MigrationState.add(state, "library-migration", nil, meta, Macro.to_string(node))

      true ->
        walk.given.(args, MigrationState.unread(state, meta, called(node)))
    end
  end

  defp repo({name, meta, args}, state, walk) do
    what = "#{name} through the repo"
    rule = Enum.find_value(@writes, fn {rule, names} -> if name in names, do: rule end)

    cond do
      name in [:transaction, :transact] and not match?([{kind, _, _} | _] when kind in [:fn, :&], args) ->
        walk.given.(args, MigrationState.unread(state, meta, "#{name}/#{length(args)} of the repo"))

      rule != nil ->
        walk.given.(args, MigrationState.write(state, rule, written(args), meta, what))

      # Rows that are written down are few.
      name in @inserts and not queried?(name, args, state) ->
        walk.given.(args, MigrationState.insert_few(state, written(args), meta, what, false))

      name in @inserts ->
        walk.given.(args, MigrationState.insert(state, meta, what, false))

      name in @reads ->
        walk.given.(args, MigrationState.add(state, nil, nil, meta, what))

      state.place != :statement ->
        walk.given.(args, state)

      true ->
        walk.given.(args, MigrationState.unread(state, meta, "#{name}/#{length(args)} of the repo"))
    end
  end

  # Rows of a query, or one after another.
  defp queried?(:insert_all, [_table, rows | _], %{known: known}), do: MigrationCode.elements(rows, known) == nil
  defp queried?(_name, _args, state), do: state.loop

  defp sql?({:__aliases__, _, [:Ecto, :Adapters, :SQL]}, name, args), do: name in [:query, :query!] and length(args) > 1

  defp sql?(target, name, args),
    do: name in [:query, :query!, :query_many, :query_many!] and args != [] and repo?(target)

  defp sql_of({:__aliases__, _, _} = target, args), do: if(repo?(target), do: hd(args), else: Enum.at(args, 1))
  defp sql_of(_target, args), do: hd(args)

  defp repo?({:repo, _, _}), do: true
  defp repo?({:__aliases__, _, names}), do: names |> List.last() |> to_string() |> String.ends_with?("Repo")
  defp repo?(_), do: false

  # A module under its own name, also by way of an attribute or a variable.
  defp resolved({:__aliases__, meta, [first | rest]}, state) when is_atom(first),
    do: {:__aliases__, meta, Map.get(state.module.aliases, first, [first]) ++ rest}

  defp resolved({:@, _, [{name, _, context}]} = target, state) when is_atom(context),
    do: known(state.known[{:@, name}], target, state)

  defp resolved({name, _, context} = target, state) when is_atom(name) and is_atom(context),
    do: known(state.known[name], target, state)

  defp resolved(target, _state), do: target

  defp known({:__aliases__, _, _} = module, _target, state), do: resolved(module, state)
  defp known({:repo, _, _} = repo, _target, _state), do: repo
  defp known(_value, target, _state), do: target

  defp written([table | _]) when is_binary(table), do: table
  defp written([{:from, _, [{:in, _, [_, table]} | _]} | _]), do: written([table])
  defp written([{_name, _, [{:from, _, _} = query | _]} | _]), do: written([query])
  defp written(_), do: nil

  # Modules whose functions change no database, or only by the functions that they are given.
  defp harmless?({:__aliases__, _, [:System | _]}, name, _meta) when name in [:cmd, :shell], do: false
  defp harmless?({:__aliases__, _, [:Ecto, :Migrator | _]}, _name, _meta), do: false
  defp harmless?({:__aliases__, _, [first | _]}, _name, _meta), do: first in @modules
  defp harmless?({:__MODULE__, _, _}, _name, _meta), do: false
  defp harmless?(:os, :cmd, _meta), do: false
  # A field of a value; a call on a module that is computed may do anything.
  defp harmless?({name, _, context}, _name, meta) when is_atom(name) and is_atom(context), do: meta[:no_parens] == true
  defp harmless?(_target, _name, _meta), do: true

  # `Oban.Migration.up(version: 12)` and its kind: their own code, which is not here to be read. The application's own
  # is no library's.
  defp library?({:__aliases__, _, [root | _] = names}, name, own) do
    root != own and name not in [:module_info, :__migration__] and
      Enum.any?(names, &String.starts_with?(to_string(&1), "Migration"))
  end

  defp library?(_target, _name, _own), do: false

  defp called({{:., _, [target, name]}, _, args}), do: "#{Macro.to_string(target)}.#{name}/#{length(args)}"
end
