import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import {
	SIGNATURE_TYPES,
	isSignedBy,
	noteKey,
	rawPublicKey,
	readNote,
	readVerifierKey,
	signNote,
	writeVerifierKey,
} from '#app/domain/checkpoint/signed-note.ts'

/** The example of the C2SP paper on signed notes, to the letter. */
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const EXAMPLE =
	'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const ours = noteKey('house.example/log', SIGNATURE_TYPES.ed25519, rawPublicKey(publicKey))
const other = noteKey(
	'house.example/log',
	SIGNATURE_TYPES.ed25519,
	rawPublicKey(generateKeyPairSync('ed25519').publicKey),
)

function judge(note: string, keys = [ours]): boolean {
	const read = readNote(note)
	return read !== null && isSignedBy(read, keys)
}

test('the example note of C2SP verifies with its key, and no changed one does', () => {
	const key = readVerifierKey(EXAMPLE_KEY)
	if (!key) throw new Error('the key cannot be read')
	expect(writeVerifierKey(key)).toBe(EXAMPLE_KEY)
	expect(key).toMatchObject({ name: 'example.com/foo', id: '530d903a', type: 1 })
	expect(judge(EXAMPLE, [key])).toBe(true)
	expect(judge(EXAMPLE.replace('example m', 'Example m'), [key])).toBe(false)
	expect(judge(EXAMPLE.replace('Uw2QOkn8', 'Uw2QOkn9'), [key])).toBe(false)
	expect(judge(EXAMPLE.replace('example.com/foo', 'example.com/bar'), [key])).toBe(false)
})

test('a verifier key whose id is not of its key is none', () => {
	expect(readVerifierKey(EXAMPLE_KEY.replace('530d903a', '530d903b'))).toBeNull()
	expect(readVerifierKey('example.com/foo+530d903a')).toBeNull()
	expect(readVerifierKey('')).toBeNull()
	expect(() => noteKey('with blank', 1, new Uint8Array(32))).toThrow(RangeError)
	expect(() => noteKey('with+plus', 1, new Uint8Array(32))).toThrow(RangeError)
})

test('what is signed opens with the key, and with no other', () => {
	const note = signNote('一行\n\n三行\n', ours.name, privateKey)
	expect(readNote(note)?.text).toBe('一行\n\n三行\n')
	expect(judge(note)).toBe(true)
	expect(judge(note, [other])).toBe(false)
})

test('unknown signatures are ignored, one of a known key that is wrong spoils the note', () => {
	const note = signNote('text\n', ours.name, privateKey)
	const [, line = ''] = signNote('text\n', 'another.example/log', privateKey).split('\n\n')
	expect(judge(note + line)).toBe(true)
	const [, wrong = ''] = signNote('another text\n', ours.name, privateKey).split('\n\n')
	expect(judge(note + wrong)).toBe(false)
	expect(judge(wrong)).toBe(false)
})

test.each([
	['no text before the signatures', '— a AAAAAAA=\n'],
	['no signatures', 'text\n\n'],
	['no last line feed', EXAMPLE.slice(0, -1)],
	['a control character', EXAMPLE.replace('This', 'Th\tis')],
	['a hyphen for the dash', EXAMPLE.replace('—', '-')],
	['a signature too short', 'text\n\n— a AAAA\n'],
	['no base64', 'text\n\n— a !!!!!!!!\n'],
	['base64 that is not canonical', EXAMPLE.replace('QM=', 'QN=')],
	['a name with a plus', 'text\n\n— a+b AAAAAAAA\n'],
	['two blanks', EXAMPLE.replace('foo Uw2', 'foo  Uw2')],
	['more signatures than any note has', `text\n\n${'— a AAAAAAAA\n'.repeat(33)}`],
])('%s is no note', (_, note) => {
	expect(readNote(note)).toBeNull()
})

test('sixteen signatures are read', () => {
	expect(readNote(`text\n\n${'— a AAAAAAAA\n'.repeat(16)}`)?.signatures).toHaveLength(16)
})

test('a text with a tab or without its last line is not signed', () => {
	expect(() => signNote('a\tb\n', ours.name, privateKey)).toThrow(RangeError)
	expect(() => signNote('a', ours.name, privateKey)).toThrow(RangeError)
})

test('the public key is the last 32 bytes of its usual form', () => {
	// The key of RFC 8032 7.1, test 1.
	const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
	const key = createPrivateKey({
		key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
		format: 'der',
		type: 'pkcs8',
	})
	expect(Buffer.from(rawPublicKey(createPublicKey(key))).toString('hex')).toBe(
		'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
	)
})
