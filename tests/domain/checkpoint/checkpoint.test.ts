import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import {
	checkpointFingerprint,
	checkpointText,
	cosignCheckpoint,
	openCheckpoint,
	originOf,
	readCheckpointText,
	readCosignatures,
	signCheckpoint,
} from '#app/domain/checkpoint/checkpoint.ts'
import { openReceipt, receiptNote, receiptText, signReceipt } from '#app/domain/checkpoint/receipt.ts'
import { SIGNATURE_TYPES, noteKey, rawPublicKey } from '#app/domain/checkpoint/signed-note.ts'

/** The text of the example in the C2SP paper on checkpoints. */
const EXAMPLE = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
const ROOT = '0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62'

const house = generateKeyPairSync('ed25519')
const witness = generateKeyPairSync('ed25519')
const origin = originOf('qinghe')
const houseKey = noteKey(origin, SIGNATURE_TYPES.ed25519, rawPublicKey(house.publicKey))
const witnessKey = noteKey('witness.example/w', SIGNATURE_TYPES.cosignature, rawPublicKey(witness.publicKey))

test('the text of a checkpoint is the three lines of C2SP', () => {
	const checkpoint = { origin: 'example.com/behind-the-sofa', size: 20_852_163, root: ROOT }
	expect(checkpointText(checkpoint)).toBe(EXAMPLE)
	expect(readCheckpointText(EXAMPLE)).toEqual(checkpoint)
	expect(readCheckpointText(`${EXAMPLE}an extension\n`)).toEqual(checkpoint)
})

test.each([
	['a leading zero', EXAMPLE.replace('20852163', '020852163')],
	['a sign', EXAMPLE.replace('20852163', '+20852163')],
	['more leaves than a number counts', EXAMPLE.replace('20852163', '9007199254740993')],
	['no origin', EXAMPLE.replace('example.com/behind-the-sofa', '')],
	['a short root', EXAMPLE.replace('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'CsUY')],
	['two lines', 'a\n1\n'],
	['no last line feed', EXAMPLE.slice(0, -1)],
	['an empty extension', `${EXAMPLE}\n`],
])('%s is no checkpoint', (_, text) => {
	expect(readCheckpointText(text)).toBeNull()
})

test('a signed checkpoint opens with its key alone', () => {
	const checkpoint = { origin, size: 3, root: ROOT }
	const note = signCheckpoint(checkpoint, house.privateKey)
	expect(note.startsWith('yiqian.local/qinghe\n3\n')).toBe(true)
	expect(openCheckpoint(note, [houseKey])).toEqual(checkpoint)
	expect(openCheckpoint(note.replace('\n3\n', '\n4\n'), [houseKey])).toBeNull()
	expect(openCheckpoint(note, [{ ...houseKey, name: 'yiqian.local/other' }])).toBeNull()
	expect(openCheckpoint(note, [])).toBeNull()
})

test('the fingerprint is the same for the same text, and another for one leaf more', () => {
	const three = checkpointFingerprint({ origin, size: 3, root: ROOT })
	// printf 'yiqian.local/qinghe\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n' | sha256sum
	expect(three).toBe('8B9C-A5AD-4F53-E687-DB68')
	expect(checkpointFingerprint({ origin, size: 4, root: ROOT })).not.toBe(three)
})

test('a cosignature says who has seen it and when, for exactly this checkpoint', () => {
	const text = checkpointText({ origin, size: 3, root: ROOT })
	const line = cosignCheckpoint(text, 1_679_315_147, 'witness.example/w', witness.privateKey)
	expect(readCosignatures(text, line, [witnessKey])).toEqual([
		{ name: 'witness.example/w', keyId: witnessKey.id, at: 1_679_315_147 },
	])
	expect(readCosignatures(text.replace('\n3\n', '\n4\n'), line, [witnessKey])).toBeNull()
	expect(readCosignatures(text, line, [])).toEqual([])
	expect(readCosignatures(text, 'no line', [witnessKey])).toBeNull()
	expect(readCosignatures(text, '', [witnessKey])).toBeNull()
})

test('a receipt says which entry there was, and opens with the key alone', () => {
	const receipt = {
		origin,
		stream: 'matter/7',
		seq: 12,
		hash: ROOT,
		at: '2026-11-29T06:00:00.000Z',
		checkpointSize: 40,
	}
	expect(receiptText(receipt)).toBe(
		`yiqian-receipt/1\nyiqian.local/qinghe\nmatter/7\n12\n${ROOT}\n2026-11-29T06:00:00.000Z\n40\n`,
	)
	const note = receiptNote(receipt, signReceipt(receipt, house.privateKey))
	expect(openReceipt(note, [houseKey])).toEqual(receipt)
	expect(openReceipt(note.replace('\n12\n', '\n13\n'), [houseKey])).toBeNull()
	expect(openReceipt(note, [witnessKey])).toBeNull()
	expect(
		openReceipt(signCheckpoint({ origin, size: 3, root: ROOT }, house.privateKey), [houseKey]),
	).toBeNull()
})
