// The second deployment, after the code: Event Grid only takes a subscription to a function that answers.
targetScope = 'resourceGroup'

@minLength(3)
@maxLength(11)
param name string

param location string = resourceGroup().location

module uploads 'modules/upload-events.bicep' = {
  name: 'upload-events'
  params: { name: name, location: location }
}

module texts 'modules/text-events.bicep' = {
  name: 'text-events'
  params: { name: name }
}
