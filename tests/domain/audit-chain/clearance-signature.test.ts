import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import {
	type SignedClearance,
	signClearance,
	verifyClearance,
} from '#app/domain/audit-chain/clearance-signature.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
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
	expiresAt: '2027-05-23T09:30:00.000Z',
	explanation: null,
}

test('a signature belongs to exactly the clearance that was signed', () => {
	expect(verifyClearance(CLEARANCE, signClearance(CLEARANCE, privateKey), publicKey)).toBe(true)
})

test.each(Object.keys(CLEARANCE) as (keyof SignedClearance)[])(
	'a clearance with another %s is not the one that was signed',
	(field) => {
		const signature = signClearance(CLEARANCE, privateKey)
		expect(verifyClearance({ ...CLEARANCE, [field]: 'x' }, signature, publicKey)).toBe(false)
	},
)

test('what is signed is the first line that keeps it apart, then the fields in order of their names', () => {
	const fields = Object.fromEntries(Object.entries(CLEARANCE).sort(([a], [b]) => (a < b ? -1 : 1)))
	const bytes = Buffer.from(`yiqian-clearance/2\n${JSON.stringify(fields)}`)
	const signature = Buffer.from(signClearance(CLEARANCE, privateKey), 'base64')
	expect(verify(null, bytes, publicKey, signature)).toBe(true)
})

test('another key signs nothing of ours', () => {
	const other = generateKeyPairSync('ed25519')
	expect(verifyClearance(CLEARANCE, signClearance(CLEARANCE, other.privateKey), publicKey)).toBe(false)
})

/** The bytes that a release signed: its label, then the fields in the order of their names. */
function formerSignature(label: string, without: readonly string[]): string {
	const fields = Object.entries(CLEARANCE)
		.filter(([name]) => !without.includes(name))
		.sort(([a], [b]) => (a < b ? -1 : 1))
	const bytes = Buffer.from(`${label}\n${JSON.stringify(Object.fromEntries(fields))}`)
	return sign(null, bytes, privateKey).toString('base64')
}

test.each([
	['2026-11-23, without post and key', ['postId', 'keyId']],
	['2026-11-25, of the whole row under the same label', []],
])('O4 what the release of %s signed holds, and no other field of it can be changed', (_release, without) => {
	const signature = formerSignature('yiqian-clearance/1', without)
	expect(verifyClearance(CLEARANCE, signature, publicKey)).toBe(true)
	for (const field of Object.keys(CLEARANCE).filter((name) => !without.includes(name)))
		expect(verifyClearance({ ...CLEARANCE, [field]: 'x' }, signature, publicKey), field).toBe(false)
})

test.each([
	['the new label over the old fields', 'yiqian-clearance/2', ['postId', 'keyId']],
	['a label that no release had', 'yiqian-clearance/3', []],
	['a field less than any release signed', 'yiqian-clearance/1', ['explanation']],
])('%s is no format of ours', (_case, label, without) => {
	expect(verifyClearance(CLEARANCE, formerSignature(label, without), publicKey)).toBe(false)
})
