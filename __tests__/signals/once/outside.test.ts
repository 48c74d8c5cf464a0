import { describe, expect, test } from "@jest/globals";
import { outsideCause } from "../../../src/signals/once/outside.ts";

describe("the log of a release names a cause outside it", () => {
  test.each([
    [
      "a variable that the generated runtime.exs asks for",
      "ERROR! Config provider Config.Reader failed with:\n** (RuntimeError) environment variable DATABASE_URL " +
        "is missing.\nFor example: ecto://USER:PASS@HOST/DATABASE",
      "configuration_missing",
      "environment variable DATABASE_URL is missing",
    ],
    [
      "a variable that System.fetch_env! asks for",
      '** (System.EnvError) could not fetch environment variable "POOL_SIZE" because it is not set',
      "configuration_missing",
      "POOL_SIZE",
    ],
    [
      "a variable of an ArgumentError by the older System.fetch_env!",
      '** (ArgumentError) could not fetch environment variable "SMTP_HOST" because it is not set',
      "configuration_missing",
      "SMTP_HOST",
    ],
    [
      "a configuration that does not evaluate with this host's values",
      "ERROR! Config provider Config.Reader failed with:\n** (ArgumentError) errors were found at the given " +
        "arguments:\n  * 1st argument: not a textual representation of an integer",
      "configuration_missing",
      "could not be evaluated on this host: (ArgumentError) errors were found at the given arguments.",
    ],
    [
      "PostgreSQL that refuses the connection",
      "12:00:00.000 [error] Postgrex.Protocol (#PID<0.241.0>) failed to connect: ** " +
        "(DBConnection.ConnectionError) tcp connect (localhost:5432): connection refused - :econnrefused",
      "database_unreachable",
      "refused",
    ],
    [
      "a database host that does not exist",
      "[error] Postgrex.Protocol (#PID<0.241.0>) failed to connect: ** (DBConnection.ConnectionError) tcp " +
        "connect (db.internal:5432): non-existing domain - :nxdomain",
      "database_unreachable",
      "nxdomain",
    ],
    [
      "MySQL that does not answer",
      "[error] MyXQL.Connection (#PID<0.300.0>) failed to connect: ** (DBConnection.ConnectionError) " +
        "(db:3306) tcp connect (db:3306): timeout",
      "database_unreachable",
      "timeout",
    ],
    [
      "PostgreSQL that starts up",
      "** (Postgrex.Error) FATAL 57P03 (cannot_connect_now) the database system is starting up",
      "database_unreachable",
      "cannot_connect_now",
    ],
    [
      "PostgreSQL without a free connection",
      "** (Postgrex.Error) FATAL 53300 (too_many_connections) sorry, too many clients already",
      "database_unreachable",
      "too_many_connections",
    ],
    [
      "a password that the database does not take",
      'FATAL 28P01 (invalid_password) password authentication failed for user "shop"',
      "database_unreachable",
      "invalid_password",
    ],
    [
      "a database that was never made",
      'FATAL 3D000 (invalid_catalog_name) database "shop" does not exist',
      "database_unreachable",
      "invalid_catalog_name",
    ],
    [
      "a port that another program has",
      "[error] Failed to start Ranch listener ShopWeb.Endpoint.HTTP in :ranch_tcp:listen([port: 4001]) for " +
        "reason :eaddrinuse (address already in use)",
      "host_unsuitable",
      "eaddrinuse",
    ],
    [
      "a disk that is full",
      "** (File.Error) could not write to file: no space left on device\n{error,enospc}",
      "host_unsuitable",
      "disk is full",
    ],
    [
      "a host without Erlang, for a release that has none of its own",
      "/opt/shop/releases/1.0.0-0a1b2c3d/releases/1.0.0/elixir: 244: exec: erl: not found",
      "host_unsuitable",
      "no Erlang in the host's PATH",
    ],
    [
      "a node whose name is taken",
      "Protocol 'inet_tcp': the name shop_blue@web1 seems to be in use by another Erlang node",
      "host_unsuitable",
      "another Erlang node of this host is called shop_blue@web1.",
    ],
  ])("%s", (_what, log, reason_code, says) => {
    expect(outsideCause(log)).toMatchObject({
      reason_code,
      says: expect.stringContaining(says),
      remedy: expect.stringMatching(/\.$/),
    });
  });

  test("a node whose name is taken may have it from the release itself", () => {
    const log = "Protocol 'inet_tcp': the name web@127.0.0.1 seems to be in use by another Erlang node";
    expect(outsideCause(log)?.remedy).toContain(
      "Where rel/env.sh.eex sets RELEASE_NODE, let it use the name that each",
    );
  });

  test.each([
    ["nothing", ""],
    ["an ordinary start", "12:00:00.000 [info] Running ShopWeb.Endpoint with Bandit 1.8.0 at :::4001 (http)"],
    [
      "an exception of its own",
      "** (KeyError) key :total not found in: %{items: []}\n    (shop 1.2.0) lib/shop/cart.ex:12: Shop.Cart.total/1",
    ],
    [
      "a pool that it used up itself",
      "** (DBConnection.ConnectionError) connection not available and request was dropped from queue after " +
        "142ms. This means requests are coming in and your connection pool cannot serve them fast enough.",
    ],
    ["a query that fails", '** (Postgrex.Error) ERROR 42P01 (undefined_table) relation "carts" does not exist'],
    ["another service that it calls", "** (Req.TransportError) connection refused"],
  ])("not in %s", (_what, log) => {
    expect(outsideCause(log)).toBeNull();
  });
});
