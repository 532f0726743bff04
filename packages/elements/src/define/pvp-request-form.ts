import '../request-form/define.ts';
