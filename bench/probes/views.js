// Opens or closes every part of the page that can be folded, and waits until their pictures are painted.
async (open) => {
  for (const part of document.querySelectorAll("section.lesson details")) part.open = open;
  await new Promise((resolve) => setTimeout(resolve, 3000));
};
