# The structure of a PostgreSQL database from its own catalogue, where pg_dump is missing or older than the server. What
# belongs to an extension is the extension's.
defmodule PhoenixDeploy.PgCatalog do
  @own "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
  @relation "quote_ident(n.nspname) || '.' || quote_ident(c.relname)"

  @queries %{
    "schema" => "SELECT quote_ident(nspname) FROM pg_namespace n WHERE #{@own}",
    "extension" =>
      "SELECT e.extname || ' ' || e.extversion || ' in ' || n.nspname " <>
        "FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace",
    "relation" => """
    SELECT #{@relation} || ' ' || c.relkind::text || c.relpersistence::text || coalesce(' '
      || array_to_string(c.reloptions, ','), '')
      || CASE WHEN c.relrowsecurity THEN ' row security' ELSE '' END
        || CASE WHEN c.relforcerowsecurity THEN ' forced' ELSE '' END
      || coalesce(' PARTITION BY ' || pg_get_partkeydef(c.oid), '') || coalesce(' '
        || pg_get_expr(c.relpartbound, c.oid), '')
      || coalesce(' OF ' || (SELECT string_agg(i.inhparent::regclass::text, ',') FROM pg_inherits i
        WHERE i.inhrelid = c.oid), '')
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE #{@own}
      AND c.relkind NOT IN ('i', 'I', 't') AND c.oid <> ALL($1)
    """,
    "column" => """
    SELECT #{@relation} || '.' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
      || CASE WHEN a.attgenerated = '' THEN coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
         ELSE ' GENERATED AS ' || pg_get_expr(d.adbin, d.adrelid) END
      || CASE a.attidentity WHEN '' THEN '' ELSE ' IDENTITY ' || a.attidentity::text END
      || CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::regcollation::text ELSE '' END
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE #{@own} AND c.relkind IN ('r', 'p', 'f', 'c', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
      AND c.oid <> ALL($1)
    """,
    "index" => """
    SELECT pg_get_indexdef(c.oid) || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
      || CASE WHEN i.indisclustered THEN ' CLUSTERED' ELSE '' END
        || CASE WHEN i.indisreplident THEN ' REPLICA IDENTITY' ELSE '' END
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE #{@own} AND i.indrelid <> ALL($1)
    """,
    "constraint" => """
    SELECT coalesce(nullif(k.conrelid, 0)::regclass::text, k.contypid::regtype::text) || ' '
      || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
    FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE #{@own}
      AND k.conrelid <> ALL($1) AND k.contypid <> ALL($1)
    """,
    "view" => """
    SELECT #{@relation} || ' ' || pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE #{@own} AND c.relkind IN ('v', 'm') AND c.oid <> ALL($1)
    """,
    "sequence" => """
    SELECT #{@relation} || ' ' || format_type(s.seqtypid, NULL)
      || format(' %s %s %s %s %s %s', s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle)
      || coalesce(' owned by ' || (SELECT d.refobjid::regclass::text || '.' || d.refobjsubid FROM pg_depend d
           WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
             AND d.refobjsubid > 0 LIMIT 1), '')
    FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE #{@own} AND c.oid <> ALL($1)
    """,
    "function" => """
    SELECT CASE WHEN p.prokind = 'a' THEN 'aggregate ' || p.oid::regprocedure::text ELSE pg_get_functiondef(p.oid) END
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE #{@own} AND p.oid <> ALL($1)
    """,
    "trigger" => """
    SELECT pg_get_triggerdef(g.oid) || ' ' || g.tgenabled::text FROM pg_trigger g
      JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE #{@own} AND NOT g.tgisinternal AND c.oid <> ALL($1)
    """,
    "event trigger" =>
      "SELECT quote_ident(evtname) || ' ' || evtevent || ' ' || evtfoid::regproc::text || ' ' || evtenabled::text " <>
        "FROM pg_event_trigger",
    "type" => """
    SELECT quote_ident(n.nspname) || '.' || quote_ident(t.typname) || ' ' || t.typtype::text
      || coalesce(' ' || (SELECT string_agg(quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder)
        FROM pg_enum e WHERE e.enumtypid = t.oid), '')
      || CASE WHEN t.typtype = 'd' THEN ' ' || format_type(t.typbasetype, t.typtypmod)
        || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
           || coalesce(' DEFAULT ' || t.typdefault, '') ELSE '' END
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE #{@own}
      AND t.typtype IN ('e', 'd', 'r', 'm') AND t.oid <> ALL($1)
    """,
    "policy" => """
    SELECT #{@relation} || ' ' || quote_ident(p.polname) || ' ' || p.polcmd::text || ' '
      || p.polpermissive::text || coalesce(' USING ' || pg_get_expr(p.polqual, p.polrelid), '')
      || coalesce(' CHECK ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE #{@own}
    """,
    "rule" => """
    SELECT pg_get_ruledef(r.oid) FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
      JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE #{@own} AND r.rulename <> '_RETURN' AND c.oid <> ALL($1)
    """,
    "comment" => """
    SELECT #{@relation} || coalesce('.' || quote_ident(a.attname), '') || ' ' || quote_literal(d.description)
    FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
    WHERE #{@own} AND c.oid <> ALL($1)
    """
  }

  def read(repo) do
    %{rows: [[extensions]]} =
      repo.query!("SELECT coalesce(array_agg(objid), '{}') FROM pg_depend WHERE deptype = 'e'", [], log: false)

    items =
      for {kind, query} <- @queries,
          [text] <- repo.query!(query, parameters(query, extensions), log: false).rows,
          do: "#{kind} #{text}"

    {:ok, Enum.sort(items)}
  rescue
    error -> {:error, Exception.message(error)}
  end

  defp parameters(query, extensions), do: if(String.contains?(query, "$1"), do: [extensions], else: [])
end
