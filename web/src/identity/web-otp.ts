interface OtpCredential extends Credential {
  code: string;
}

/** Lets the phone hand over the code of the SMS where it can (WebOTP). Returns how to stop listening. */
export function listenForCode(onCode: (code: string) => void): () => void {
  if (!('OTPCredential' in window)) return () => undefined;
  const stop = new AbortController();
  const request = { otp: { transport: ['sms'] }, signal: stop.signal } as CredentialRequestOptions;
  navigator.credentials
    .get(request)
    .then((credential) => {
      if (credential) onCode((credential as OtpCredential).code);
    })
    // The person types the code instead.
    .catch(() => undefined);
  return () => stop.abort();
}
