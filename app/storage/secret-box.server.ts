import { type KeyObject, createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps secrets that the database must not give away: AES-256-GCM, by a key that lies outside of it. */
export type SecretBox = {
	/** Closes a secret for one owner: nobody else's row opens it. */
	readonly seal: (secret: Uint8Array, owner: string) => string
	/** The secret, or null where it was changed, belongs to another owner, or was closed by another key. */
	readonly open: (sealed: string, owner: string) => Buffer | null
	/** 160 bits that are the same for the same words, and that nobody makes who has not the key. */
	readonly make: (words: string) => Buffer
}

/** A box whose key is made of a private key of this house; an Ed25519 seed is 32 random bytes. */
export function openSecretBox(privateKey: KeyObject): SecretBox {
	const seed = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32)
	const key = Buffer.from(hkdfSync('sha256', seed, '', 'yiqian-secret-box/1', 32))
	return {
		seal: (secret, owner) => {
			const nonce = randomBytes(12)
			const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner))
			const closed = Buffer.concat([cipher.update(secret), cipher.final()])
			return Buffer.concat([nonce, closed, cipher.getAuthTag()]).toString('base64url')
		},
		open: (sealed, owner) => openSealed(key, Buffer.from(sealed, 'base64url'), owner),
		make: (words) => Buffer.from(hkdfSync('sha256', key, '', `yiqian-made-secret/1\n${words}`, 20)),
	}
}

function openSealed(key: Buffer, bytes: Buffer, owner: string): Buffer | null {
	if (bytes.length < 12 + 16) return null
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
	decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-16))
	try {
		return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
	} catch {
		return null
	}
}
