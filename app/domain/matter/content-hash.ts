import { canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'

/** What a file of a version is: the main text or an annex (附件). */
export const FILE_ROLES = ['main', 'annex'] as const

export type FileRole = (typeof FILE_ROLES)[number]

/** A file of a version. */
export type ContentFile = {
	readonly role: FileRole
	readonly name: string
	readonly size: number
	readonly sha256: string
}

/**
 * The content hash of a version: SHA-256 of the canonical list of its files in order. Adding, dropping, renaming,
 * replacing or reordering any of them gives another hash, and so another version.
 */
export function contentHash(files: readonly ContentFile[]): string {
	return sha256Hex(canonicalJson(files.map(({ role, name, size, sha256 }) => ({ role, name, size, sha256 }))))
}
