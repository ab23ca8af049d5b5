import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A checkpoint as a letter. */
type Letter = {
	readonly note: string
	readonly size: number
	readonly fingerprint: string
	readonly madeAt: Date
}

/**
 * Lays checkpoints down as letters (.eml) in a folder from which a mail server takes them: this house itself speaks to no
 * mail server. The note is the whole letter, so that whoever has it can check it.
 */
export function openDepositMail(folder: string, to: string) {
	return {
		put: async ({ note, size, fingerprint, madeAt }: Letter): Promise<void> => {
			await readdir(folder)
			const headers = [
				`To: ${to}`,
				`Date: ${madeAt.toUTCString().replace('GMT', '+0000')}`,
				`Subject: Yiqian checkpoint ${size} ${fingerprint}`,
				`Message-ID: <${fingerprint}.${size}@yiqian.local>`,
				'MIME-Version: 1.0',
				'Content-Type: text/plain; charset=utf-8',
				'Content-Transfer-Encoding: base64',
			]
			const body = (
				Buffer.from(note)
					.toString('base64')
					.match(/.{1,76}/g) ?? []
			).join('\r\n')
			const file = join(folder, `checkpoint-${String(size).padStart(12, '0')}.eml`)
			await writeFile(`${file}.part`, `${headers.join('\r\n')}\r\n\r\n${body}\r\n`, { flush: true })
			await rename(`${file}.part`, file)
		},
	}
}
