using Hotline.Web.Hosting;

return await HotlineHost.RunAsync(args);
