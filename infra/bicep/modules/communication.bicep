param name string
param dataLocation string

resource communication 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: '${name}-texts'
  location: 'global'
  properties: { dataLocation: dataLocation }
}

output name string = communication.name
output endpoint string = 'https://${communication.properties.hostName}'
