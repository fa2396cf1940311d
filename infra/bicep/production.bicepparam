using 'main.bicep'

param name = 'enrolment'
param maximumInstances = 100
param logRetentionDays = 90
