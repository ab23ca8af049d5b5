import { loadHands } from '#app/db/load-hands.server.ts'
import { type Hand, type NotSeparate, judgeSeparation } from '#app/domain/permission/separation.ts'
import type { Result } from '#app/domain/result.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'

/** Whether whoever acts may lend this hand to the matter, judged against every hand of all its rounds (H10). */
export async function checkSeparation(work: MatterWork, hand: Hand): Promise<Result<Hand, NotSeparate>> {
	const { personId, oneWith } = work.actor
	return judgeSeparation(personId, hand, await loadHands(work.tx, work.matter), oneWith)
}
