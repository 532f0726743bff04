/**
 * The register's contract in TypeScript: types generated from `openapi.yaml`, under the names of
 * the field, and the closed lists as values.
 */
import type { components } from './generated/openapi.ts';

export type { components, operations, paths } from './generated/openapi.ts';
export * from './lists.ts';

type Schemas = components['schemas'];

export type ObjectKind = Schemas['ObjectKind'];
export type ServiceKind = Schemas['ServiceKind'];
export type ServiceStatus = Schemas['ServiceStatus'];
export type Profile = Schemas['Profile'];
export type Recipient = Schemas['Recipient'];
export type ChannelKind = Schemas['ChannelKind'];
export type IdentificationLevel = Schemas['IdentificationLevel'];
export type TermUnit = Schemas['TermUnit'];
export type RequestKind = Schemas['RequestKind'];
export type RequestState = Schemas['RequestState'];
export type RequestDelivery = Schemas['RequestDelivery'];
export type RequestAttributeType = Schemas['RequestAttributeType'];
export type UsageEventName = Schemas['UsageEventName'];
export type SupportPlaceKind = Schemas['SupportPlaceKind'];
export type SupportMeans = Schemas['SupportMeans'];
export type SupportWay = Schemas['SupportWay'];
export type SupportDuty = Schemas['SupportDuty'];
export type SupportLevel = Schemas['SupportLevel'];
export type ResourceState = Schemas['ResourceState'];
export type OrganizationKind = Schemas['OrganizationKind'];
export type ServiceSort = Schemas['ServiceSort'];
export type Weekday = Schemas['Weekday'];
export type TokenRole = Schemas['TokenRole'];

export type LocalizedString = Schemas['LocalizedString'];
export type LocalizedRichText = Schemas['LocalizedRichText'];
export type RichText = Schemas['RichText'];
export type RichTextNode = Schemas['RichTextNode'];
export type RichTextElement = Schemas['RichTextElement'];
export type RichTextText = Schemas['RichTextText'];

export type AppliesTo = Schemas['AppliesTo'];
export type Cost = Schemas['Cost'];
export type Term = Schemas['Term'];
export type OpeningHours = Schemas['OpeningHours'];
export type HoursSpan = Schemas['HoursSpan'];
export type TimeSpan = Schemas['TimeSpan'];
export type Address = Schemas['Address'];
export type ContactPoint = Schemas['ContactPoint'];
export type Channel = Schemas['Channel'];
export type Step = Schemas['Step'];
export type Document = Schemas['Document'];
export type LegalResource = Schemas['LegalResource'];
export type Output = Schemas['Output'];
export type TextSection = Schemas['TextSection'];
export type LanguageMark = Schemas['LanguageMark'];

export type RecordBase = Schemas['RecordBase'];
export type Service = Schemas['Service'];
export type ServiceDerived = Schemas['ServiceDerived'];
export type ObjectLink = Schemas['ObjectLink'];
export type Outage = Schemas['Outage'];
export type Organization = Schemas['Organization'];
export type LifeEvent = Schemas['LifeEvent'];
export type Need = Schemas['Need'];
export type Resource = Schemas['Resource'];
export type ResourceStatus = Schemas['ResourceStatus'];
export type ServiceGroup = Schemas['ServiceGroup'];
export type ServiceTemplate = Schemas['ServiceTemplate'];
export type WorkItem = Schemas['WorkItem'];
export type KnowledgeEntry = Schemas['KnowledgeEntry'];
export type SupportPlace = Schemas['SupportPlace'];
export type RequestForm = Schemas['RequestForm'];
export type RequestAttribute = Schemas['RequestAttribute'];
export type Synonym = Schemas['Synonym'];

export type ServiceCard = Schemas['ServiceCard'];
export type CardCost = Schemas['CardCost'];
export type CardTerm = Schemas['CardTerm'];
export type FacetValue = Schemas['FacetValue'];
export type ServiceList = Schemas['ServiceList'];
export type SearchIndexHead = Schemas['SearchIndexHead'];
export type LifeEventAnswer = Schemas['LifeEventAnswer'];
export type LifeEventList = Schemas['LifeEventList'];
export type ResourceStatusAnswer = Schemas['ResourceStatusAnswer'];
export type SupportAnswer = Schemas['SupportAnswer'];
export type SupportPartner = Schemas['SupportPartner'];
export type AnswerList = Schemas['AnswerList'];
export type AnswerSection = Schemas['AnswerSection'];
export type FoundAnswer = Schemas['FoundAnswer'];
export type VocabularyAnswer = Schemas['VocabularyAnswer'];
export type VocabularyEntry = Schemas['VocabularyEntry'];
export type Head = Schemas['Head'];
export type HeadEvent = Schemas['HeadEvent'];
export type Change = Schemas['Change'];
export type ChangePage = Schemas['ChangePage'];
export type Manifest = Schemas['Manifest'];
export type ManifestPart = Schemas['ManifestPart'];
export type StaticHead = Schemas['StaticHead'];
export type StaticFile = Schemas['StaticFile'];
export type SearchIndexFile = Schemas['SearchIndexFile'];
export type KeySet = Schemas['KeySet'];
export type Health = Schemas['Health'];

export type RequestKindList = Schemas['RequestKindList'];
export type RequestChallenge = Schemas['RequestChallenge'];
export type RequestProof = Schemas['RequestProof'];
export type Upload = Schemas['Upload'];
export type RequestContact = Schemas['RequestContact'];
export type RequestAttributeValues = Schemas['RequestAttributeValues'];
export type NewRequest = Schemas['NewRequest'];
export type RequestReceipt = Schemas['RequestReceipt'];
export type RequestStep = Schemas['RequestStep'];
export type TrackedRequest = Schemas['TrackedRequest'];
export type RequestRow = Schemas['RequestRow'];
export type RequestDetail = Schemas['RequestDetail'];
export type NewRequestEvent = Schemas['NewRequestEvent'];
export type FeedbackSubject = Schemas['FeedbackSubject'];
export type NewFeedback = Schemas['NewFeedback'];
export type UsageReport = Schemas['UsageReport'];
export type UsageAnswer = Schemas['UsageAnswer'];
export type UsageCounts = Schemas['UsageCounts'];

export type Management = Schemas['Management'];
export type FullRecord = Schemas['FullRecord'];
export type RecordRow = Schemas['RecordRow'];
export type ImportReport = Schemas['ImportReport'];
export type ImportFinding = Schemas['ImportFinding'];

export type ProblemType = Schemas['ProblemType'];
export type Problem = Schemas['Problem'];
export type GoneSubject = Schemas['GoneSubject'];
