import { createHash, generateKeyPairSync } from 'node:crypto'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { cosignCheckpoint, openCheckpoint } from '#app/domain/checkpoint/checkpoint.ts'
import { verifyConsistency } from '#app/domain/checkpoint/merkle-tree.ts'
import {
	type NoteKey,
	SIGNATURE_TYPES,
	noteKey,
	rawPublicKey,
	readNote,
	writeVerifierKey,
} from '#app/domain/checkpoint/signed-note.ts'

const NAME = 'witness.example/test'

/** A witness by C2SP tlog-witness, in memory: it cosigns what has grown from what it knew. */
export async function openWitness(logKey: NoteKey) {
	const { privateKey, publicKey } = generateKeyPairSync('ed25519')
	const key = noteKey(NAME, SIGNATURE_TYPES.cosignature, rawPublicKey(publicKey))
	const state = { size: 0, root: '', note: '', isDown: false, requests: 0 }
	const take = (body: string): { status: number; text: string } => {
		const gap = body.indexOf('\n\n')
		const [first = '', ...proof] = body.slice(0, gap).split('\n')
		const note = body.slice(gap + 2)
		const checkpoint = openCheckpoint(note, [logKey])
		const text = readNote(note)?.text
		if (!checkpoint || text === undefined) return { status: 403, text: '' }
		const old = Number(/^old (\d+)$/.exec(first)?.[1] ?? Number.NaN)
		if (!(old <= checkpoint.size)) return { status: 400, text: '' }
		if (old !== state.size) return { status: 409, text: `${state.size}\n` }
		const hashes = proof.map((hash) => Buffer.from(hash, 'base64').toString('hex'))
		const isGrown =
			old === 0 ? hashes.length === 0 : verifyConsistency({ size: old, root: state.root }, checkpoint, hashes)
		if (!isGrown) return { status: 422, text: '' }
		const line = cosignCheckpoint(text, Math.floor(Date.now() / 1000), NAME, privateKey)
		Object.assign(state, { size: checkpoint.size, root: checkpoint.root, note: note + line })
		return { status: 200, text: line }
	}
	const place = `/${createHash('sha256').update(logKey.name).digest('hex')}/checkpoint`
	const server: Server = createServer((request, response) => {
		state.requests += 1
		if (state.isDown) return response.writeHead(503).end()
		if (request.method === 'GET')
			return request.url === place && state.note !== ''
				? response.end(state.note)
				: response.writeHead(404).end()
		let body = ''
		request.setEncoding('utf8').on('data', (part: string) => (body += part))
		request.on('end', () => {
			const { status, text } = take(body)
			response.writeHead(status).end(text)
		})
		return response
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
	const { port } = server.address() as AddressInfo
	return { url: `http://127.0.0.1:${port}`, key, verifierKey: writeVerifierKey(key), state }
}
