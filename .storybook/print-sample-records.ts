import { sampleFixture } from '@pvp/testing/sample-records';

process.stdout.write(JSON.stringify(await sampleFixture()));
