/** Review and publication: what is said about a draft on its way to everybody. */
export const review = {
  resource: {
    review: {
      name: 'Review',
      path: 'The way of this draft',
      published: 'Published',
      never_in_effect: 'never took effect, because another revision followed first',
      takes_effect: 'takes effect',
      followed_by_none: 'No revision that follows is posted',
      summary_to_approve: 'What changed, as the public will read it',
      approved_summary: 'What changed, as it was approved',
      did: { submit: 'sent it for review', return: 'returned it', approve: 'approved it' },
      next: {
        submit: 'Send it for review when it is done. Another manager approves it then.',
        returned: 'It was returned with comments. Correct it and send it again.',
        approve: 'It waits for you: read what changed, then approve or return it.',
        waits_for_approval: 'It waits for another manager, who reads and approves it.',
        publish: 'It is approved and waits for you to publish it.',
        waits_for_publishing:
          'It is approved and waits for a manager who wrote nothing in it, to publish it.',
      },
    },
    lints: {
      name: 'The checks found something',
      before_review: 'You can correct it first. Whoever publishes has to give a reason for what stays.',
      before_approval: 'Whoever publishes has to give a reason for what stays.',
      before_publishing:
        'Correct the draft, or say why it is published all the same. Your reason stays on record.',
      on_page: 'Correct it, or give a reason when it is published.',
      overridden: 'Published although the checks found something',
      contact_missing: 'The contact address of the policy is not in the text.',
      link_broken: 'A link leads nowhere: |||| %{smart_count} links lead nowhere:',
      heading_lost: 'A heading is gone: |||| %{smart_count} headings are gone:',
      promise_vanished:
        'A sentence marked as a promise is gone: |||| %{smart_count} sentences marked as promises are gone:',
      more: 'and %{count} more',
      reason: {
        contact_missing: 'Why it goes without the address',
        link_broken: 'Why this stays as it is',
        heading_lost: 'Why this is left out',
        promise_vanished: 'Why this is not promised any more',
      },
    },
    effect: {
      name: 'When it takes effect',
      now: 'At once',
      later: 'Later, with a notice that is posted now',
      says: 'Until then the text in force stays in force. The notice is posted together with the revision, and neither can be changed.',
      at: 'Takes effect',
      applies_to: 'Applies to',
      applies_to_help: 'Whom or what the notice concerns, such as “Orders placed from 1 January”.',
      text: 'What everybody reads until then',
      takes_effect_now: 'takes effect at once',
      takes_effect_later: 'takes effect later',
      takes_effect_at: 'takes effect %{at}',
    },
  },
  acts: {
    submit: {
      name: 'Send for review',
      title: 'Send %{name} for review',
      says: 'Another manager reads and approves it. Nobody can change it until it is returned.',
      done: 'Sent for review. It waits for another manager.',
      comments: 'A word to whoever reads it',
    },
    return: {
      name: 'Return',
      title: 'Return %{name}',
      says: 'It becomes a draft again, to be corrected and sent again. Your comments stay on record.',
      done: 'Returned with your comments.',
      comments: 'What has to change',
    },
    approve: {
      name: 'Approve',
      title: 'Approve %{name}',
      says: 'This text and no other may be published then. Publishing it is a step of its own.',
      done: 'Approved. It can be published now.',
      comments: 'A word to go with it',
    },
  },
  said: {
    submit: 'sent the draft for review',
    return: 'returned the draft',
    approve: 'approved the draft',
  },
}
