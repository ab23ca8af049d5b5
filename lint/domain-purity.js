/**
 * Reports `new Date()` and `Date()` in the domain: in the core, time is an argument. A rule that read the clock by
 * itself gave another due date after a restart.
 */
const noAmbientClock = {
	meta: { messages: { clock: 'Pass the time in: the core has no clock.' } },
	create(context) {
		const report = (node) => context.report({ node, messageId: 'clock' })
		return {
			'NewExpression[callee.name="Date"][arguments.length=0]': report,
			'CallExpression[callee.name="Date"]': report,
		}
	},
}

export default { meta: { name: 'domain-purity' }, rules: { 'no-ambient-clock': noAmbientClock } }
