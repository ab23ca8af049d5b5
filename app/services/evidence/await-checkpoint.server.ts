import { setTimeout as pause } from 'node:timers/promises'
import type { Shell } from '#app/services/shell.server.ts'
import type { StandsUnder } from './extract.ts'

/** Whoever asks waits so long for what was just entered to be taken up, and goes on with what is there. */
const LONGEST_MS = 10_000
const LOOK_AGAIN_MS = 200

/**
 * The newest checkpoint, waited for until it has the stream's last entry. Where nobody makes checkpoints in this process,
 * or the making takes too long, the newest there is; null where it has no entry of the stream.
 */
export async function awaitCheckpoint(
	shell: Shell,
	jurisdictionId: string,
	stream: string,
): Promise<StandsUnder | null> {
	const head = await shell.db.auditStream.findUnique({
		where: { jurisdictionId_stream: { jurisdictionId, stream } },
		select: { seq: true },
	})
	return awaitNewest(shell, jurisdictionId, stream, (found) => found?.last.seq === head?.seq)
}

/** Whether a checkpoint has any entry of the stream: one is waited for where it is made in this process. */
export async function isUnderCheckpoint(
	shell: Shell,
	jurisdictionId: string,
	stream: string,
): Promise<boolean> {
	return (await awaitNewest(shell, jurisdictionId, stream, (found) => found !== null)) !== null
}

async function awaitNewest(
	shell: Shell,
	jurisdictionId: string,
	stream: string,
	isEnough: (found: StandsUnder | null) => boolean,
): Promise<StandsUnder | null> {
	const { checkpoints } = shell
	const isMade = checkpoints.onWake !== null
	const end = performance.now() + (isMade ? LONGEST_MS : 0)
	let isAsked = false
	for (;;) {
		const found = await newestOf(shell, jurisdictionId, stream)
		if (isEnough(found) || performance.now() >= end) return found
		if (!isAsked) checkpoints.wake()
		isAsked = true
		await pause(LOOK_AGAIN_MS)
	}
}

async function newestOf({ db }: Shell, jurisdictionId: string, stream: string): Promise<StandsUnder | null> {
	const checkpoint = await db.checkpoint.findFirst({
		where: { jurisdictionId },
		orderBy: { size: 'desc' },
		select: { size: true, note: true },
	})
	if (!checkpoint) return null
	const { size, note } = checkpoint
	const last = await db.checkpointLeaf.findFirst({
		where: { jurisdictionId, stream, position: { lt: size } },
		orderBy: { seq: 'desc' },
		select: { seq: true, hash: true },
	})
	if (!last) return null
	const witnessed = await db.checkpointDeposit.findUnique({
		where: { jurisdictionId_size_target: { jurisdictionId, size, target: 'witness' } },
		select: { cosignature: true },
	})
	return { size, note: note + (witnessed?.cosignature ?? ''), last }
}
