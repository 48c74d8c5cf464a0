/**
 * What to do where GitHub refuses the token itself, whatever it may do: 401, or none was given. Null where the token is
 * not the cause.
 */
export function tokenRemedy({ status, why }: { readonly status: number; readonly why: string }): string | null {
  if (status === 401)
    return (
      "GitHub does not know the token in `github-token`, or it has expired: give one that is valid, or leave the " +
      "input out for the job's own."
    );
  if (status !== 0 || !why.includes("`github-token` is empty")) return null;
  return "Set the secret that `github-token` names, or leave the input out for the job's own token.";
}
