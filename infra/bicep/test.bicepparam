using 'main.bicep'

param name = 'enroltest'
param storageSku = 'Standard_LRS'
param textGateway = 'outbox'
