import '../feedback/define.ts';
