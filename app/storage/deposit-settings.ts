import type { NoteKey } from '#app/domain/checkpoint/signed-note.ts'

/** Targets of checkpoints: a folder, a witness with its key, a folder from which a mail server takes letters. */
export type DepositSettings = {
	readonly folder: string | null
	readonly witness: { readonly url: string; readonly key: NoteKey } | null
	readonly mail: { readonly folder: string; readonly to: string } | null
}
