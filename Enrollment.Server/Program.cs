// What the server shows lies beside the program; the current directory is the caller's, where ./data belongs.
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
);
var app = builder.Build();
app.UseFileServer();
await app.RunAsync();
