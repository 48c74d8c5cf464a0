/** What is installed on the machine, found without starting it. */
export interface Toolchain {
  /**
   * Versions of the Elixir and OTP that PATH leads to; null where only starting them tells (a version manager's shims).
   */
  versions(): Promise<{ readonly elixir: string; readonly otp: string } | null>;
}
