/** What checkpoints are verified with, and the marks of entries: the public key and the secret, in base64. */
export type CheckpointSecrets = { readonly publicKey: string; readonly markSecret: string }

/** What a trail is verified with; the public key of clearances in PEM. */
export type HouseKeys = { readonly clearances: string; readonly checkpoints: CheckpointSecrets }

/** The keys as a thread can be told of them. */
export function plainKeys({ clearances, checkpoints: { publicKey, markSecret } }: HouseKeys): HouseKeys {
	return { clearances, checkpoints: { publicKey, markSecret } }
}
