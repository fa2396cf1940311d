// Old syntax on purpose: this runs only where modern syntax does not.
location.replace('/compatibility.html')
