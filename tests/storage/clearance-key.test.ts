import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SignedClearance } from '#app/domain/audit-chain/clearance-signature.ts'
import { openClearanceKey } from '#app/storage/clearance-key.server.ts'

let directory: string

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'yiqian-keys-'))
})

afterEach(() => {
	rmSync(directory, { recursive: true, force: true })
})

const CLEARANCE: SignedClearance = {
	jurisdictionId: 'j1',
	id: 'c1',
	matterId: 'm1',
	versionId: 'v1',
	contentSha256: 'a'.repeat(64),
	kind: 'reviewed',
	opinionId: 'o1',
	number: '青司审通〔2026〕1号',
	signedBy: 'p1',
	postId: 'post1',
	keyId: 'k1',
	issuedAt: '2026-11-23T01:30:00.000Z',
	expiresAt: null,
	explanation: null,
}

test('the first start makes a key that only its owner may read, and leaves nothing else behind', () => {
	const folder = join(directory, 'keys')
	openClearanceKey(folder)
	expect(readdirSync(folder)).toEqual(['clearance-ed25519.pem'])
	expect(statSync(join(folder, 'clearance-ed25519.pem')).mode & 0o777).toBe(0o600)
	expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('what was signed before a restart verifies after it', () => {
	const signature = openClearanceKey(directory).sign(CLEARANCE)
	const reopened = openClearanceKey(directory)
	expect(reopened.verify(CLEARANCE, signature)).toBe(true)
	expect(reopened.verify({ ...CLEARANCE, kind: 'risk-flagged' }, signature)).toBe(false)
})

test('what was found of one clearance is not said of another that differs in anything', () => {
	const key = openClearanceKey(directory)
	const signature = key.sign(CLEARANCE)
	const forged = signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
	for (let times = 0; times < 2; times += 1) {
		expect(key.verify(CLEARANCE, signature)).toBe(true)
		expect(key.verify(CLEARANCE, forged)).toBe(false)
		for (const field of Object.keys(CLEARANCE))
			expect(key.verify({ ...CLEARANCE, [field]: 'another' }, signature), field).toBe(false)
	}
	expect(openClearanceKey(join(directory, 'other')).verify(CLEARANCE, signature)).toBe(false)
})

test('the key’s name tells keys apart and stays with its key', () => {
	const { keyId } = openClearanceKey(join(directory, 'one'))
	expect(keyId).toMatch(/^[0-9a-f]{16}$/)
	expect(openClearanceKey(join(directory, 'one')).keyId).toBe(keyId)
	expect(openClearanceKey(join(directory, 'two')).keyId).not.toBe(keyId)
})

test('a key file named in the settings is used instead, and nothing is written beside the database', () => {
	const { keyId } = openClearanceKey(join(directory, 'elsewhere'))
	const file = join(directory, 'elsewhere', 'clearance-ed25519.pem')
	expect(openClearanceKey(join(directory, 'other'), file).keyId).toBe(keyId)
	expect(readdirSync(directory)).toEqual(['elsewhere'])
})

test('a key file that was named and is not there is refused, not made: a new key would disown every clearance so far', () => {
	expect(() => openClearanceKey(directory, join(directory, 'gone.pem'))).toThrow(
		expect.objectContaining({ name: 'ClearanceKeyRefused', problem: 'missing' }),
	)
	expect(readdirSync(directory)).toEqual([])
})

test('O5 T45 where something was signed, a missing key is said and never made anew', () => {
	expect(() => openClearanceKey(directory, null, ['0123456789abcdef'])).toThrow(
		expect.objectContaining({ name: 'ClearanceKeyRefused', problem: 'missing' }),
	)
	expect(readdirSync(directory)).toEqual([])
})

test('T44 a key that is not the one that signed is refused, and the one that did is taken', () => {
	const { keyId } = openClearanceKey(directory)
	expect(openClearanceKey(directory, null, [keyId]).keyId).toBe(keyId)
	for (const signers of [['0123456789abcdef'], [keyId, '0123456789abcdef']])
		expect(() => openClearanceKey(directory, null, signers)).toThrow(
			expect.objectContaining({ name: 'ClearanceKeyRefused', problem: 'another-key' }),
		)
})

test.each([0o640, 0o604, 0o660, 0o644])('a key file of mode %o is refused', (mode) => {
	openClearanceKey(directory)
	const file = join(directory, 'clearance-ed25519.pem')
	chmodSync(file, mode)
	expect(() => openClearanceKey(directory)).toThrow(
		expect.objectContaining({ name: 'ClearanceKeyRefused', problem: 'too-open', file }),
	)
})

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const { publicKey } = generateKeyPairSync('ed25519')

test.each([
	['an empty file', ''],
	['half a key', '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw'],
	['a key of another kind (RSA)', rsa.export({ type: 'pkcs8', format: 'pem' })],
	['a key of another kind (P-256)', p256.export({ type: 'pkcs8', format: 'pem' })],
	['a public key', publicKey.export({ type: 'spki', format: 'pem' })],
])('%s is refused, and neither used nor replaced', (_what, content) => {
	const file = join(directory, 'clearance-ed25519.pem')
	writeFileSync(file, content, { mode: 0o600 })
	expect(() => openClearanceKey(directory)).toThrow(
		expect.objectContaining({ name: 'ClearanceKeyRefused', problem: 'not-ed25519' }),
	)
	expect(readFileSync(file, 'utf8')).toBe(content)
})

test('several first starts at once end with one key', async () => {
	const script = `
		const { openClearanceKey } = await import('#app/storage/clearance-key.server.ts')
		while (Date.now() < Number(process.env['AT'])) {}
		console.log(openClearanceKey(process.env['KEYS']).keyId)`
	const at = String(Date.now() + 2500)
	const start = () =>
		promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
			env: { ...process.env, KEYS: directory, AT: at },
		})
	const starts = await Promise.all([start(), start(), start(), start()])
	expect(new Set(starts.map(({ stdout }) => stdout)).size).toBe(1)
	expect(starts[0]?.stdout.trim()).toBe(openClearanceKey(directory).keyId)
	expect(readdirSync(directory)).toEqual(['clearance-ed25519.pem'])
})
