import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSecretBox } from '#app/storage/secret-box.server.ts'

const newBox = () => openSecretBox(generateKeyPairSync('ed25519').privateKey)
const SECRET = Buffer.from('twenty bytes of this')

test('what was closed for one owner opens for that owner alone, and with that key alone', () => {
	const box = newBox()
	const sealed = box.seal(SECRET, 'linbg')
	expect(box.open(sealed, 'linbg')).toEqual(SECRET)
	expect(box.open(sealed, 'wangxh')).toBeNull()
	expect(newBox().open(sealed, 'linbg')).toBeNull()
})

test('a sealed secret does not hold what it closes, and no two are alike', () => {
	const box = newBox()
	const sealed = box.seal(SECRET, 'linbg')
	expect(Buffer.from(sealed, 'base64url').includes(SECRET)).toBe(false)
	expect(box.seal(SECRET, 'linbg')).not.toBe(sealed)
})

test('a changed byte anywhere opens nothing, nor does what is too short', () => {
	const box = newBox()
	const bytes = Buffer.from(box.seal(SECRET, 'linbg'), 'base64url')
	for (let at = 0; at < bytes.length; at += 1) {
		const bent = Buffer.from(bytes)
		bent.writeUInt8((bent.readUInt8(at) + 1) % 256, at)
		expect(box.open(bent.toString('base64url'), 'linbg')).toBeNull()
	}
	for (const short of ['', 'AAAA']) expect(box.open(short, 'linbg')).toBeNull()
})

test('a made secret is the same for the same words, and another for others', () => {
	const box = newBox()
	expect(box.make('a')).toEqual(box.make('a'))
	expect(box.make('a')).toHaveLength(20)
	expect(box.make('a')).not.toEqual(box.make('b'))
	expect(newBox().make('a')).not.toEqual(box.make('a'))
})
