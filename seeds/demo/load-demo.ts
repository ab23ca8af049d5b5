import { loadReference } from '#app/db/load-reference.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { clearedAndProposed, EBIKE, PARK, PROCUREMENT, RENEWAL, SERVICE_CENTRE } from './cleared-matters.ts'
import { withDemoClock } from './demo-clock.ts'
import { foundDistrict } from './found-district.ts'
import { dataAwaitingSignature, farmersInRecheck, marketUnderReview, rentalFoundUnlawful } from './matters.ts'
import { lastMeeting, nextMeeting, refusedListing } from './meetings.ts'
import { ownDecisionPassed } from './own-decision.ts'
import { PRODUCE_MARKETS, changedAndPublished } from './passed-in-principle.ts'
import { freshlyPublished, registeredDocuments } from './published-documents.ts'
import { BUDGET, referredToTheCongress } from './referred-upwards.ts'
import { Story } from './story.ts'
import {
	afterSchoolLate,
	anglingReturned,
	elderCareAccepted,
	parkingSupplement,
	selfBuiltAwaitingHead,
} from './waiting-matters.ts'

/** The district was founded so many working days before the demo is loaded. */
const FOUNDED_AGO = 60

/**
 * Loads the demo once: a district, its people and eighteen matters in different states, all through the services, so
 * its trail verifies like a real one. Dates are relative to the day of loading: something is due today, something late.
 */
export async function loadDemoOnce(shell: Shell): Promise<boolean> {
	if ((await shell.db.account.count()) > 0) return false
	const reference = await loadReference(shell.db, plainDateIn(shell.now()))
	const demo = withDemoClock(shell, reference.calendar)
	demo.setAgo(FOUNDED_AGO, '09:00')
	const story = new Story(demo, await foundDistrict(demo), reference)

	await registeredDocuments(story)
	await referredToTheCongress(story, await clearedAndProposed(story, BUDGET, 44))
	const park = await clearedAndProposed(story, PARK, 34)
	const markets = await clearedAndProposed(story, PRODUCE_MARKETS, 33)
	await lastMeeting(story, park, markets)
	await changedAndPublished(story, markets)
	await rentalFoundUnlawful(story)
	const centre = await clearedAndProposed(story, SERVICE_CENTRE, 22)
	const bikes = await clearedAndProposed(story, EBIKE, 21)
	await clearedAndProposed(story, RENEWAL, 18)
	await clearedAndProposed(story, PROCUREMENT, 17)
	await farmersInRecheck(story)
	await marketUnderReview(story)
	await dataAwaitingSignature(story)
	await anglingReturned(story)
	await afterSchoolLate(story)
	const meeting = await nextMeeting(story, [centre, bikes])
	await parkingSupplement(story)
	await elderCareAccepted(story)
	await selfBuiltAwaitingHead(story)
	await freshlyPublished(story)
	await ownDecisionPassed(story)

	demo.setAgo(1, '17:20')
	await story.readNotices()

	// The text of a listed item is changed: its clearance falls at once, and the item is off the agenda.
	demo.setAgo(0, '09:12')
	const { title } = await story.record(bikes)
	await story.upload(EBIKE, bikes, 2, title)
	await refusedListing(story, meeting, bikes)
	return true
}
