import type { SameShape } from '#app/locales/same-shape.ts'
import type { firstHouse as zhCn } from '#app/locales/zh-cn/first-house.ts'

/** A new house: what is left to set up, and the first links that are handed out on paper. */
export const firstHouse: SameShape<typeof zhCn> = {
	links: {
		title: 'First sign-in',
		lead: 'Everybody who has never set a password gets a slip: the account, an address, and until when it is good. Print them and hand each to its person, who sets the password; no administrator knows anybody’s password.',
		none: 'Nobody waits for a slip.',
		noneTitle: 'There is no slip for you to hand out now.',
		ready: '{{count}} people can have one',
		make: 'Make {{count}} slips',
		once: 'The slips are shown this once. Each address is good for three days and for one use. Made again, those that were not used are void.',
		more: 'There are more people than are listed. Hand these out first, then come back.',
		others: 'Not this time',
		why: {
			'posts-wait': 'a post has not been confirmed yet',
			'confirmed-by-another':
				'had the posts confirmed by another; the system administrator sees to it on the person’s page',
			'no-posts': 'has no post yet; the system administrator makes a link on the person’s page',
		},
		column: { name: 'Name', loginName: 'Account', place: 'Unit and role', why: 'Why' },
		made: '{{count}} slips were made. They are gone once this page is left or loaded again: print them now.',
		lost: 'These slips were made before and are not shown again. If they were not printed, make them anew; the earlier ones are void then.',
		print: 'Print the slips',
		slip: {
			title: 'First sign-in',
			address: 'Type into the browser',
			until: 'Good until',
			how: 'Set your own password there. From then on sign in at {{origin}} as {{login}}.',
			care: 'The address works once; give it to nobody else. If it does not open, ask an administrator for a new one.',
		},
	},
	steps: {
		title: 'Getting started',
		lead: 'After these steps, in their order, the first matter can be sent.',
		step: {
			organs: 'Import organs, people and roles',
			grants: 'Another administrator confirms the grants',
			links: 'Print the slips and hand them out',
			matter: 'A drafting unit opens the first matter',
		},
		who: {
			organs: 'for the system administrator',
			grants: 'for the security administrator',
			links: 'for the security administrator who confirmed the grants',
			matter: 'for a drafting unit; administrators see nothing of it',
		},
		fact: {
			organs: 'There are {{organs}} organs and {{people}} people',
			grants: '{{confirmed}} confirmed, {{waiting}} waiting',
			links: '{{count}} people have no password yet',
			matter: 'Not yet',
		},
		missing: 'Nobody holds these roles yet: {{roles}}. Without one of them no matter gets to a meeting.',
		complete: 'Every role that the way to a meeting takes is held.',
		go: { organs: 'Import', grants: 'Confirm', links: 'Print' },
		done: 'Done',
		todo: 'To do',
	},
}
