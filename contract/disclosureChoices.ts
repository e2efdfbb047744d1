export const disclosureStates = [
  'draft',
  'discarded',
  'logged',
  'in_review',
  'awaiting_approval',
  'approved',
  'refused',
  'no_data',
] as const
export type DisclosureState = (typeof disclosureStates)[number]
/** Logged, and not decided yet. */
export const undecidedStates = ['logged', 'in_review', 'awaiting_approval'] as const
/** From a draft to the decision, in this order. */
export const openStates: readonly DisclosureState[] = ['draft', ...undecidedStates]
export const disclosureKinds = ['disclosure', 'emergency_disclosure', 'preservation'] as const
export const handlingLevels = ['normal', 'restricted'] as const
export const channels = ['post', 'email', 'fax', 'phone', 'portal', 'in_person', 'served'] as const
export type Channel = (typeof channels)[number]
export const agencyTypes = [
  'police',
  'prosecutor',
  'court',
  'tax',
  'customs',
  'regulator',
  'data_protection',
  'other',
] as const
export const grounds = ['fraud', 'other_criminal_activity', 'none_stated'] as const
export const categories = [
  'identity',
  'contact',
  'address',
  'purchases',
  'purchase_items',
  'payment_label',
  'correspondence',
  'account_activity',
  'change_history',
  'fulfilment_shares',
] as const
export type Category = (typeof categories)[number]
export const verificationMethods = [
  'call_back_independent_number',
  'portal',
  'certificate',
  'in_person',
] as const
export type VerificationMethod = (typeof verificationMethods)[number]
export const matchConfidences = ['exact', 'probable', 'none'] as const
export const subjectDecisions = ['undecided', 'produce', 'partial', 'exclude', 'no_data'] as const
export const exclusionReasons = [
  'not_named',
  'mismatch',
  'out_of_scope',
  'privileged',
  'insufficient_process',
  'erased',
  'other',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]
export const verificationStates = ['unverified', 'verified', 'failed'] as const
export const outcomes = ['full', 'partial', 'refused', 'no_data', 'withdrawn', 'pending'] as const
export const refusalGrounds = [
  'requester_not_verified',
  'insufficient_process',
  'no_ground',
  'out_of_scope',
  'other',
] as const
export type RefusalGround = (typeof refusalGrounds)[number]
export const decisionTypes = [
  'proposal',
  'approval',
  'return',
  'refusal_confirmation',
  'verification',
] as const
